import type { output, ZodType } from "zod";
import { issueWords } from "@/lib/contracts/issue-words";
import { UsageError } from "./command";

/** Reads what options say by the contract that the interface has too. @throws UsageError that names the option. */
export function parseQuery<S extends ZodType>(
  contract: S,
  given: Readonly<Record<string, unknown>>,
): output<S> {
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { data, error } = contract.safeParse(stated, { error: issueWords });
  if (error === undefined) return data;
  const [issue] = error.issues;
  const option = String(issue?.path[0] ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${option}: ${issue?.message.replace(/\.$/, "") ?? "is wrong"}`);
}
