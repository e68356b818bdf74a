import type { core, output, ZodType } from "zod";
import { issueWords } from "@/lib/contracts/issue-words";
import { AppError, type Fault } from "@/lib/core/errors";

const MAX_STEP = 80;
const MAX_MESSAGE = 300;

/**
 * What `schema` makes of something that came from outside.
 * @throws AppError `invalid` with one fault for each place that is wrong.
 */
export function parseWith<S extends ZodType>(schema: S, given: unknown): output<S> {
  const result = schema.safeParse(given, { error: issueWords });
  if (result.success) return result.data;
  throw new AppError("invalid", { faults: faultsOf(result.error.issues) });
}

/** Zod's issues with paths such as `operations[3].body.start`. */
function faultsOf(issues: readonly core.$ZodIssue[]): readonly Fault[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [faultOf(issue)];
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key]),
      code: "unrecognized_keys",
      message: "This field is not known here. Remove it.",
    }));
  });
}

function faultOf(issue: core.$ZodIssue): Fault {
  return { path: pathOf(issue.path), code: codeOf(issue), message: issue.message.slice(0, MAX_MESSAGE) };
}

function codeOf(issue: core.$ZodIssue): string {
  if (issue.code === "custom") {
    const own: unknown = issue.params?.["code"];
    return typeof own === "string" ? own : "invalid";
  }
  const expectsNumber =
    issue.code === "invalid_type" && (issue.expected === "number" || issue.expected === "int");
  return expectsNumber ? "invalid_number" : issue.code;
}

/** @returns "" for the whole. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    const name = String(step).slice(0, MAX_STEP);
    return path === "" ? name : `${path}.${name}`;
  }, "");
}
