import { awkwardValue } from "./awkward-value";
import { jsonProblem } from "./json-problem";
import { fault, isFault, type LineFault } from "./line-fault";
import { PUBLICATION_DATE_HINT, publicationDateProblem } from "./publication-date";

/** What is known of an article beside its text. */
export interface Metadata {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** An ISO 8601 date or date-time, as it was given. */
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Metadata as a file's line gives it: a field that it does not name is absent, one that it empties is null. */
export type GivenMetadata = Partial<Omit<Metadata, "extra">> & Pick<Metadata, "extra">;

type Field = Exclude<keyof Metadata, "extra">;

const MAX_KEY = 200;
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const upTo = (length: number) => (value: string) => value.trim().length > 0 && value.trim().length <= length;

const FIELDS: Readonly<
  Record<Field, { readonly keys: readonly string[]; readonly fits: (value: string) => boolean }>
> = {
  title: { keys: ["title"], fits: upTo(500) },
  source: { keys: ["source"], fits: upTo(500) },
  url: { keys: ["url"], fits: upTo(2000) },
  publishedAt: {
    keys: ["published_at", "publishedAt"],
    fits: (value) => publicationDateProblem(value) !== "shape",
  },
  language: { keys: ["language"], fits: (value) => LANGUAGE_TAG.test(value) },
};

/**
 * Sorts a line's keys into the fields we know and `extra`, which keeps everything else, also values that do not fit
 * their field (a date in words): nothing is dropped. A date that is written as one and is in no calendar is a fault.
 * `extra` of our own files is read back, from an object or its JSON.
 */
export function readMetadata(keys: Readonly<Record<string, unknown>>): GivenMetadata | LineFault {
  const { extra: givenExtra, ...others } = keys;
  const given: Partial<Record<Field, string | null>> = {};
  const rest = new Map(Object.entries(others));
  for (const field of Object.keys(FIELDS) as Field[]) {
    for (const key of FIELDS[field].keys) {
      const value = rest.get(key);
      if (value === undefined || given[field] !== undefined) continue;
      if (value !== null && !(typeof value === "string" && FIELDS[field].fits(value))) continue;
      if (field === "publishedAt" && value !== null && publicationDateProblem(value) !== null)
        return fault("invalid_date", `“${key}” is ${value}, which is no date. ${PUBLICATION_DATE_HINT}`);
      given[field] = value?.trim() ?? null;
      rest.delete(key);
    }
  }
  const extra = readExtra(givenExtra);
  if (isFault(extra)) return extra;
  const both = Object.keys(extra.values).find((key) => rest.has(key));
  if (both !== undefined) return conflict(both);
  const all = { ...Object.fromEntries(rest), ...extra.values };
  return tooLongKey(all) ?? { ...given, extra: all };
}

/** Puts a line's metadata over what a document has: named fields replace, further metadata is added key by key. */
export function updateMetadata(before: Metadata, { extra, ...given }: GivenMetadata): Metadata {
  return { ...before, ...given, extra: { ...before.extra, ...extra } };
}

/** Whether two say the same; the order of further keys says nothing. */
export function isSameMetadata(one: Metadata, other: Metadata): boolean {
  const { extra: oneExtra, ...oneFields } = one;
  const { extra: otherExtra, ...otherFields } = other;
  return isSameJson(oneFields, otherFields) && isSameJson(oneExtra, otherExtra);
}

function isSameJson(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSameJson(value, other[index]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key], other[key]))
  );
}

/** The fault of a key that a line has twice, with different meaning. */
export function conflict(key: string): LineFault {
  return fault(
    "conflicting_metadata",
    `“${key}” is given twice, at two places of the line. Keep one of them.`,
  );
}

/** What `extra` holds, where it is an object or the JSON of one; anything else is a value like any other. */
function readExtra(value: unknown): { readonly values: Readonly<Record<string, unknown>> } | LineFault {
  if (value === undefined || value === null) return { values: {} };
  if (isObject(value)) return { values: value };
  const parsed = typeof value === "string" ? parseObject(value) : null;
  if (parsed === null) return { values: { extra: value } };
  return awkwardValue(parsed) ?? { values: parsed };
}

function parseObject(json: string): Readonly<Record<string, unknown>> | null {
  if (!json.startsWith("{") || jsonProblem(json) !== null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function tooLongKey(extra: Readonly<Record<string, unknown>>): LineFault | null {
  const long = Object.keys(extra).find((key) => key.length > MAX_KEY);
  if (long === undefined) return null;
  return fault(
    "invalid_metadata",
    `The key “${long.slice(0, 30)}…” is longer than ${MAX_KEY} characters. Shorten it.`,
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
