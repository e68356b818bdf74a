import type { core } from "zod";

type Issue = core.$ZodRawIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { readonly code: Code }>;

/**
 * What people read where a contract has no sentence of its own: what was wanted, in our words and never in zod's. Given
 * to whatever parses for somebody who reads the answer: `schema.safeParse(given, { error: issueWords })`.
 */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
    case "invalid_value":
      return issue.values.length === 1
        ? `Must be ${quoted(issue.values[0])}.`
        : `Use one of ${issue.values.map(quoted).join(", ")}.`;
    case "too_big":
      return `${issue.inclusive === false ? "Less than" : "At most"} ${issue.maximum}${unitOf(issue.origin)}.`;
    case "too_small":
      return tooSmall(issue);
    case "invalid_format":
      return FORMATS[issue.format] ?? "Not written in the way that is wanted here.";
    case "not_multiple_of":
      return `Must be a multiple of ${issue.divisor}.`;
    case "unrecognized_keys":
      return `Not known here: ${issue.keys.join(", ")}. Remove it.`;
    case "invalid_union":
      return alternatives(issue);
    case "invalid_key":
      return `The name is not allowed here. ${issue.issues[0]?.message ?? ""}`.trim();
    case "invalid_element":
      return `Holds something that is not allowed here. ${issue.issues[0]?.message ?? ""}`.trim();
    case "custom":
      return "Not allowed here.";
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

function wrongType({ expected, input }: IssueOf<"invalid_type">): string {
  const wanted = TYPES[expected] ?? "something else";
  return input === undefined ? `Missing. Give ${wanted}.` : `Must be ${wanted}.`;
}

function tooSmall({ minimum, inclusive, origin }: IssueOf<"too_small">): string {
  if (inclusive !== false && Number(minimum) === 1) {
    if (origin === "string") return "Must not be empty.";
    if (origin === "array" || origin === "set") return "Give at least one.";
  }
  return `${inclusive === false ? "More than" : "At least"} ${minimum}${unitOf(origin)}.`;
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" || origin === "set" || origin === "map" || origin === "record" ? " entries" : "";
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "Must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.",
  datetime: "Must be a date and time in ISO 8601, such as 2027-01-31T00:00:00Z.",
  date: "Must be a date, such as 2027-01-31.",
  url: "Must be an address that begins with http:// or https://.",
  email: "Must be one e-mail address, such as ana@example.org.",
};

function alternatives(issue: IssueOf<"invalid_union">): string {
  const options: readonly unknown[] = Array.isArray(issue.options) ? issue.options : [];
  return options.length === 0
    ? "Has none of the forms that are allowed here."
    : `Use one of ${options.map(quoted).join(", ")}.`;
}

function quoted(value: unknown): string {
  return typeof value === "string" ? `“${value}”` : String(value);
}
