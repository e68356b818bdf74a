import { toNestErrors } from "@hookform/resolvers";
import type { FieldError, Resolver } from "react-hook-form";
import { faultPlace } from "@/components/ui/fault-place";
import { issueWords } from "@/lib/contracts/issue-words";
import { SchemaBody } from "@/lib/contracts/schema";
import { checkChange } from "@/lib/core/schema/check-change";
import { checkSchema } from "@/lib/core/schema/check-schema";
import type { Schema } from "@/lib/core/schema/schema";
import { fromDraft, type SchemaDraft } from "./schema-draft";

type SchemaResolver = Resolver<SchemaDraft, unknown, SchemaBody>;

/** Checks a draft by the rules that the server enforces too: its form, itself, and what it would take from `stored`. */
export function schemaResolver(stored: Schema): SchemaResolver {
  return (draft, _context, options) => {
    const { success, data, error } = SchemaBody.safeParse(fromDraft(draft), { error: issueWords });
    const faults = success
      ? checkAgainst(stored, { ...data, version: stored.version })
      : error.issues.map((issue) => ({
          path: issue.path.join("."),
          code: issue.code,
          message: issue.message,
        }));
    if (success && faults.length === 0) return { values: data, errors: {} };
    const errors: Record<string, FieldError> = {};
    for (const { path, code, message } of faults)
      errors[faultPlace(draft, path) ?? "root"] ??= { type: code, message };
    return { values: {}, errors: toNestErrors(errors, options) };
  };
}

function checkAgainst(stored: Schema, next: Schema) {
  return [...checkSchema(next), ...checkChange(stored, next)];
}
