import type { ImportLine, ImportRelation, ImportSpan } from "../import-line";
import { isAttributeValue, MAX_EXTERNAL_ID } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { isObject, readMetadata } from "../metadata";
import type { OffsetUnit } from "../offset-unit";

/** An object of a foreign file. */
export type Keys = Readonly<Record<string, unknown>>;

/** What a foreign line says, sorted by who reads it: `keys` is all that is nothing else, and becomes metadata. */
export interface ForeignLine {
  readonly text: unknown;
  readonly externalId?: unknown;
  readonly annotator?: unknown;
  readonly unit: OffsetUnit | null;
  readonly spans: readonly ImportSpan[];
  readonly relations: readonly ImportRelation[];
  readonly keys: Keys;
}

/** Makes the line of an import of what a foreign line says. */
export function foreignLine({
  text,
  externalId,
  annotator,
  keys,
  ...rest
}: ForeignLine): ImportLine | LineFault {
  if (typeof text !== "string")
    return fault("missing_text", "There is no text. Give the article as a string under the key “text”.");
  if (text === "") return fault("empty_text", "The text is empty. Leave the line out.");
  const named = typeof externalId === "number" ? String(externalId) : (externalId ?? null);
  if (named !== null && !(typeof named === "string" && named.length > 0 && named.length <= MAX_EXTERNAL_ID)) {
    return fault(
      "invalid_external_id",
      `The external id must be a string of 1 to ${MAX_EXTERNAL_ID} characters. Shorten it or leave it out.`,
    );
  }
  const meta = readMetadata(keys);
  if (isFault(meta)) return meta;
  return {
    externalId: named,
    text,
    textSha256: null,
    meta,
    annotator: typeof annotator === "string" ? annotator : "",
    ...rest,
  };
}

/** A span of a foreign file that says no more than where it is and what it is called. */
export function foreignSpan(
  start: unknown,
  end: unknown,
  label: unknown,
  where: string,
  more: Partial<ImportSpan> = {},
): ImportSpan | LineFault {
  if (!isOffset(start) || !isOffset(end))
    return fault("invalid_number", `${where}: offsets must be whole numbers, 0 or more.`);
  if (start >= end)
    return fault(
      "invalid_annotations",
      `${where}: the end must lie behind the start. Correct it or leave it out.`,
    );
  if (typeof label !== "string" && typeof label !== "number")
    return fault("invalid_annotations", `${where}: there is no label. Give its name.`);
  return { start, end, label: String(label), quote: null, attributes: {}, note: null, ...more };
}

/** A span given as `{"start","end","label"}`, with what our own files have beside. */
export function readSpanObject(given: unknown, where: string): ImportSpan | LineFault {
  if (!isObject(given)) return fault("invalid_annotations", `${where}: not an object.`);
  const { start, end, label, attributes, note } = given;
  return foreignSpan(start, end, label, where, {
    attributes: attributesIn(attributes),
    note: typeof note === "string" ? note : null,
  });
}

/** A relation given as `{"type","from","to"}`, whose ends are names of spans. */
export function readRelation(
  given: unknown,
  where: string,
  places: ReadonlyMap<unknown, number>,
): ImportRelation | LineFault {
  const { from, to, type, attributes } = isObject(given) ? given : {};
  const [start, end] = [from, to].map((name) => (name == null ? undefined : places.get(name)));
  if (start === undefined || end === undefined)
    return fault("invalid_annotations", `${where}: both ends must name spans of this text.`);
  if (typeof type !== "string")
    return fault("invalid_annotations", `${where}: there is no type. Give the name of a relation.`);
  return { type, from: start, to: end, attributes: attributesIn(attributes) };
}

/** The attributes of a span; null stands for none. */
export function attributesIn(value: unknown): ImportSpan["attributes"] {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (isAttributeValue(one) ? [[key, one] as const] : [])),
  );
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** All values, or the first fault among them. */
export function allSound<T extends object>(
  results: readonly (T | LineFault)[],
): { readonly values: readonly T[] } | LineFault {
  const values: T[] = [];
  for (const result of results) {
    if (isFault(result)) return result;
    values.push(result);
  }
  return { values };
}

/** The elements of a list; none where there is no list. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
