import type { AttributeValue } from "../schema/schema";
import { isBlank } from "../text/is-blank";
import { awkwardValue } from "./awkward-value";
import { fault, isFault, type LineFault } from "./line-fault";
import { conflict, isObject, readMetadata, type GivenMetadata } from "./metadata";
import type { OffsetUnit } from "./offset-unit";

/** One line of an import file: an article, with what another tool has marked in it. */
export interface ImportLine {
  readonly externalId: string | null;
  readonly text: string;
  /** What the line says the SHA-256 of the text is; only lines of our own exports say so. */
  readonly textSha256: string | null;
  readonly meta: GivenMetadata;
  /** Whose work the annotations are; empty where the line does not say. */
  readonly annotator: string;
  /** The unit that the line says its offsets have. */
  readonly unit: OffsetUnit | null;
  readonly spans: readonly ImportSpan[];
  readonly relations: readonly ImportRelation[];
}

export interface ImportSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly quote: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly note: string | null;
}

/** `from` and `to` are places in the line's `spans`. */
export interface ImportRelation {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

export const MAX_EXTERNAL_ID = 500;
const MAX_NOTE = 20_000;
/** What our training form says of the row itself, not of the article. */
const ROW_KEYS = ["id", "text_sha256", "offset_unit", "set", "split", "group"] as const;

/** Reads what a line's JSON said: `{"external_id"?, "text", ("meta" | any other keys), "spans"?, "relations"?}`. */
export function readImportLine(value: unknown): ImportLine | LineFault {
  if (!isObject(value))
    return fault("not_an_object", "The line is no JSON object. Write one {…} with a “text” on each line.");
  const awkward = awkwardValue(value);
  if (awkward !== null) return awkward;
  const { text, spans: givenSpans, relations: givenRelations, meta: givenMeta, ...others } = value;
  if (typeof text !== "string")
    return fault("missing_text", "There is no “text”. Give the article as a string under the key “text”.");
  if (isBlank(text)) return fault("empty_text", "There is nothing to read in the text. Leave the line out.");

  const externalId = takeExternalId(others);
  if (isFault(externalId)) return externalId;
  const row = takeRow(externalId.rest);
  const nested = isObject(givenMeta) ? givenMeta : {};
  const keys: Readonly<Record<string, unknown>> =
    isObject(givenMeta) || givenMeta == null ? row.rest : { ...row.rest, meta: givenMeta };
  const both = Object.keys(nested).find((key) => Object.hasOwn(keys, key));
  if (both !== undefined) return conflict(both);
  const meta = readMetadata({ ...keys, ...nested });
  if (isFault(meta)) return meta;

  const spans = readList(givenSpans, "spans", readSpan);
  if (isFault(spans)) return spans;
  const places = placesOf(givenSpans);
  const relations = readList(givenRelations, "relations", (one, where) => readRelation(one, where, places));
  if (isFault(relations)) return relations;
  const { annotator, unit, textSha256 } = row;
  return {
    externalId: externalId.value,
    text,
    textSha256,
    meta,
    annotator,
    unit,
    spans: spans.values,
    relations: relations.values,
  };
}

type Keys = Readonly<Record<string, unknown>>;

function takeExternalId(keys: Keys): { readonly value: string | null; readonly rest: Keys } | LineFault {
  const { external_id: snake, externalId: camel, ...rest } = keys;
  if (snake !== undefined && camel !== undefined) return conflict("external_id");
  const given = snake ?? camel ?? null;
  const value = typeof given === "number" && Number.isSafeInteger(given) ? String(given) : given;
  if (value === null) return { value, rest };
  if (typeof value === "string" && value.length > 0 && value.length <= MAX_EXTERNAL_ID)
    return { value, rest };
  return fault(
    "invalid_external_id",
    `“external_id” must be a string of 1 to ${MAX_EXTERNAL_ID} characters. Shorten it or leave it out.`,
  );
}

/** Takes away what a row of our own training form says of itself. Another file's `id` or `set` is metadata. */
function takeRow(
  keys: Keys,
): Pick<ImportLine, "annotator" | "unit" | "textSha256"> & { readonly rest: Keys } {
  const unit =
    keys["offset_unit"] === "codepoint" || keys["offset_unit"] === "utf16" ? keys["offset_unit"] : null;
  const sha = keys["text_sha256"];
  if (unit === null || typeof sha !== "string") {
    const { offset_unit: _, ...rest } = keys;
    return { annotator: "", unit, textSha256: null, rest: unit === null ? keys : rest };
  }
  const { set } = keys;
  const annotator = isObject(set) && typeof set["annotator"] === "string" ? set["annotator"] : "";
  const rest = Object.fromEntries(
    Object.entries(keys).filter(([key]) => !ROW_KEYS.some((one) => one === key)),
  );
  return { annotator, unit, textSha256: sha, rest };
}

function readSpan(given: Keys, where: string): ImportSpan | LineFault {
  const { start, end, label, quote, attributes: givenAttributes, note } = given;
  for (const [name, offset] of Object.entries({ start, end })) {
    if (Number.isSafeInteger(offset) && (offset as number) >= 0) continue;
    return fault("invalid_number", `${where}.${name} must be a whole number, 0 or more.`);
  }
  if ((start as number) >= (end as number)) return annotationFault(where, "“end” must lie behind “start”.");
  if (typeof label !== "string")
    return annotationFault(where, "There is no “label”. Give the key of a label of the schema.");
  if (quote != null && typeof quote !== "string")
    return annotationFault(where, "“quote” must be the marked text, as a string.");
  if (note != null && (typeof note !== "string" || note.length > MAX_NOTE)) {
    return annotationFault(where, `“note” must be a string of at most ${MAX_NOTE} characters.`);
  }
  const attributes = readAttributes(givenAttributes, where);
  if (isFault(attributes)) return attributes;
  return {
    start: start as number,
    end: end as number,
    label,
    quote: quote ?? null,
    attributes: attributes.values,
    note: note ?? null,
  };
}

function readRelation(
  given: Keys,
  where: string,
  places: ReadonlyMap<unknown, number>,
): ImportRelation | LineFault {
  const { type, from, to, attributes: givenAttributes } = given;
  if (typeof type !== "string")
    return annotationFault(where, "There is no “type”. Give the key of a relation type of the schema.");
  const ends = [places.get(from), places.get(to)] as const;
  if (ends[0] === undefined || ends[1] === undefined) {
    return annotationFault(
      where,
      "“from” and “to” must each name a span of this line: its “id”, or its place in “spans”, counted from 0.",
    );
  }
  const attributes = readAttributes(givenAttributes, where);
  if (isFault(attributes)) return attributes;
  return { type, from: ends[0], to: ends[1], attributes: attributes.values };
}

/** Our own files carry every attribute of the schema; one that is null was not set. */
function readAttributes(
  given: unknown,
  where: string,
): { readonly values: Record<string, AttributeValue> } | LineFault {
  if (given == null) return { values: {} };
  if (!isObject(given)) return annotationFault(where, "“attributes” must be an object.");
  const values: Record<string, AttributeValue> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === null) continue;
    if (!isAttributeValue(value))
      return annotationFault(
        `${where}.attributes`,
        `“${key}” must be a string, a number, true, false or a list of strings.`,
      );
    values[key] = value;
  }
  return { values };
}

/** Whether a JSON value is one that an attribute can have. */
export function isAttributeValue(value: unknown): value is AttributeValue {
  if (Array.isArray(value)) return value.every((one) => typeof one === "string");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** By what a relation may name each span: its id, and its place. */
function placesOf(spans: unknown): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>();
  if (!Array.isArray(spans)) return places;
  spans.forEach((_, index) => places.set(index, index));
  spans.forEach((span: unknown, index) => {
    if (isObject(span) && span["id"] != null) places.set(span["id"], index);
  });
  return places;
}

function readList<T extends object>(
  given: unknown,
  name: string,
  read: (one: Keys, where: string) => T | LineFault,
): { readonly values: readonly T[] } | LineFault {
  if (given == null) return { values: [] };
  if (!Array.isArray(given)) return fault("invalid_annotations", `“${name}” must be a list.`);
  const values: T[] = [];
  for (const [index, one] of (given as readonly unknown[]).entries()) {
    const where = `${name}[${index}]`;
    const result = isObject(one) ? read(one, where) : annotationFault(where, "Not an object.");
    if (isFault(result)) return result;
    values.push(result);
  }
  return { values };
}

function annotationFault(where: string, message: string): LineFault {
  return fault("invalid_annotations", `${where}: ${message}`);
}
