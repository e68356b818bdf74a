import type { ImportLine, ImportRelation, ImportSpan } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { isObject } from "../metadata";
import { allSound, foreignLine, foreignSpan, listIn, readRelation, type Keys } from "./read-line";

/**
 * Reads the annotations of one text, alone or in a page. Positions should be code points and often are UTF-16 units:
 * the quotes tell. An annotation without a position, or one of the text as a whole, has no place.
 */
export function readWebAnnotations(
  text: string,
  page: unknown,
  about: { readonly externalId: string; readonly annotator: string },
): ImportLine | LineFault {
  const given = Array.isArray(page)
    ? page
    : isObject(page) && Array.isArray(page["items"])
      ? page["items"]
      : [page];
  const annotations = (given as readonly unknown[]).filter(isObject);
  if (annotations.length === 0) return fault("invalid_annotations", "There is no annotation in it.");
  const marks = annotations.filter((one) => one["motivation"] !== "linking" && positionOf(one) !== null);
  const spans = allSound(marks.map((one, index) => readMark(one, `items[${index}]`)));
  if (isFault(spans)) return spans;
  const places = new Map(marks.map((one, index) => [one["id"], index]));
  const relations = allSound(
    annotations
      .filter((one) => one["motivation"] === "linking")
      .map((one, index) => readLink(one, `links[${index}]`, places)),
  );
  if (isFault(relations)) return relations;
  const [first] = marks;
  return foreignLine({
    text,
    externalId: about.externalId,
    annotator: nameOf(first?.["creator"]) ?? about.annotator,
    unit: null,
    spans: spans.values,
    relations: relations.values,
    keys: sourceOf(first),
  });
}

function readMark(annotation: Keys, where: string): ImportSpan | LineFault {
  const bodies = asList(annotation["body"]).filter(isObject);
  const ofPurpose = (purpose: string) => bodies.filter((body) => body["purpose"] === purpose);
  const [tag] = [...ofPurpose("tagging"), ...bodies];
  const [comment] = ofPurpose("commenting");
  const attributes = new Map<string, readonly string[]>();
  for (const { name, value } of ofPurpose("classifying")) {
    if (typeof name !== "string") continue;
    attributes.set(name, [...(attributes.get(name) ?? []), String(value)]);
  }
  const position = positionOf(annotation);
  const note = typeof comment?.["value"] === "string" ? comment["value"] : null;
  return foreignSpan(position?.["start"], position?.["end"], tag?.["value"], where, {
    quote: quoteOf(annotation),
    attributes: Object.fromEntries(attributes),
    note,
  });
}

function readLink(
  annotation: Keys,
  where: string,
  places: ReadonlyMap<unknown, number>,
): ImportRelation | LineFault {
  const bodies = asList(annotation["body"]);
  const from = bodies.find((body) => typeof body === "string");
  const tag = bodies.find((body) => isObject(body) && body["purpose"] === "tagging");
  const type = isObject(tag) ? tag["value"] : "linking";
  return readRelation({ from, to: annotation["target"], type }, where, places);
}

function selectors(annotation: Keys): readonly Keys[] {
  const [target] = asList(annotation["target"]);
  return isObject(target) ? asList(target["selector"]).filter(isObject) : [];
}

function positionOf(annotation: Keys): Keys | null {
  return selectors(annotation).find(({ type }) => type === "TextPositionSelector") ?? null;
}

function quoteOf(annotation: Keys): string | null {
  const exact = selectors(annotation).find(({ type }) => type === "TextQuoteSelector")?.["exact"];
  return typeof exact === "string" ? exact : null;
}

function nameOf(creator: unknown): string | null {
  const name = isObject(creator) ? (creator["name"] ?? creator["id"]) : creator;
  return typeof name === "string" ? name : null;
}

function sourceOf(annotation: Keys | undefined): Keys {
  const [target] = annotation === undefined ? [] : asList(annotation["target"]);
  const url = isObject(target) ? target["source"] : undefined;
  return typeof url === "string" && /^https?:/.test(url) ? { url } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? listIn(value) : value == null ? [] : [value];
}
