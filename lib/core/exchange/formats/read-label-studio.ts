import type { AttributeValue } from "../../schema/schema";
import type { ImportLine, ImportRelation, ImportSpan } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { isObject } from "../metadata";
import { attributeKey } from "./label-studio-config";
import { foreignLine, foreignSpan, listIn, type Keys } from "./read-line";

/**
 * Reads a task: a line for each annotation that was not cancelled, one without spans for a task that has none. Results
 * with the id of a region are its attributes. HyperText counts in `globalOffsets`.
 */
export function readLabelStudioTask(value: unknown): readonly ImportLine[] | LineFault {
  if (!isObject(value)) return fault("not_an_object", "The task is no JSON object.");
  const data = isObject(value["data"]) ? value["data"] : value;
  const { annotators, external_id: externalId, ...described } = data;
  const key = typeof described["text"] === "string" ? "text" : longestText(described);
  const { [key]: text, ...keys } = described;
  const made = listIn(value["annotations"] ?? value["completions"]).filter(
    (one) => isObject(one) && one["was_cancelled"] !== true,
  );
  const lines: ImportLine[] = [];
  for (const [index, one] of (made.length === 0 ? [{}] : made).entries()) {
    const annotation = isObject(one) ? one : {};
    const read = readResult(listIn(annotation["result"]), `annotations[${index}]`);
    if (isFault(read)) return read;
    const annotator = listIn(annotators)[index] ?? nameOf(annotation["completed_by"]);
    const line = foreignLine({ text, externalId, annotator, unit: null, ...read, keys });
    if (isFault(line)) return line;
    lines.push(line);
  }
  return lines;
}

/** Where the text has another name, the longest there is. */
function longestText(data: Keys): string {
  const texts = Object.entries(data).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return texts.reduce((best, one) => (one[1].length > best[1].length ? one : best), ["text", ""])[0];
}

function nameOf(completedBy: unknown): string {
  const name = isObject(completedBy) ? (completedBy["email"] ?? completedBy["id"]) : completedBy;
  return typeof name === "number" || typeof name === "string" ? String(name) : "";
}

interface Region {
  span: ImportSpan;
  readonly attributes: Map<string, AttributeValue>;
}

function readResult(
  result: readonly unknown[],
  where: string,
): { readonly spans: readonly ImportSpan[]; readonly relations: readonly ImportRelation[] } | LineFault {
  const regions = new Map<string, Region>();
  for (const [index, one] of result.entries()) {
    const found = isObject(one) ? readPart(one, regions, `${where}.result[${index}]`) : null;
    if (found !== null) return found;
  }
  const places = new Map([...regions.keys()].map((id, index) => [id, index]));
  const relations = result.flatMap((one): ImportRelation[] => {
    if (!isObject(one) || one["type"] !== "relation") return [];
    const [from, to] = [places.get(String(one["from_id"])), places.get(String(one["to_id"]))];
    if (from === undefined || to === undefined) return [];
    const ends = one["direction"] === "left" ? { from: to, to: from } : { from, to };
    return listIn(one["labels"]).map((type) => ({ type: String(type), ...ends, attributes: {} }));
  });
  const spans = [...regions.values()].map(({ span, attributes }) => ({
    ...span,
    attributes: Object.fromEntries(attributes),
  }));
  return { spans, relations };
}

/** Reads one result into the region that it makes or tells more of. */
function readPart(one: Keys, regions: Map<string, Region>, where: string): LineFault | null {
  const { id, type, value, from_name: name, meta } = one;
  if (typeof id !== "string" || !isObject(value)) return null;
  if (type === "labels" || type === "hypertextlabels") {
    const { start, end } = isObject(value["globalOffsets"]) ? value["globalOffsets"] : value;
    const [label] = listIn(value[type]);
    const [note] = isObject(meta) ? listIn(meta["text"]) : [];
    const span = foreignSpan(asNumber(start), asNumber(end), label, where, {
      quote: typeof value["text"] === "string" ? value["text"] : null,
      note: typeof note === "string" ? note : null,
    });
    if (isFault(span)) return span;
    const known = regions.get(id);
    if (known === undefined) regions.set(id, { span, attributes: new Map() });
    else known.span = span;
    return null;
  }
  const answer = answerOf(type, value);
  const region = regions.get(id);
  if (answer !== null && region !== undefined) region.attributes.set(attributeKey(String(name)), answer);
  return null;
}

function asNumber(offset: unknown): unknown {
  return typeof offset === "string" && /^\d+$/.test(offset) ? Number(offset) : offset;
}

function answerOf(type: unknown, value: Keys): AttributeValue | null {
  if (type === "number" || type === "rating") return typeof value[type] === "number" ? value[type] : null;
  const key = type === "choices" ? "choices" : type === "textarea" ? "text" : null;
  if (key === null) return null;
  const values = typeof value[key] === "string" ? [value[key]] : listIn(value[key]);
  return values.length === 0 ? null : values.map(String);
}
