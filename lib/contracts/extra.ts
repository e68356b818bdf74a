import { z } from "zod";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

const MAX_KEY = 200;
const MAX_DEPTH = 32;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Further metadata: any JSON object that Postgres and every reader of our files can hold. Checked here by hand, because
 * zod's own records drop a `__proto__` without a word and look into no nested string.
 */
export const Extra = z
  .custom<JsonObject>(isObject, "An object of further metadata.")
  .superRefine((extra, context) => {
    for (const { path, code, message } of faultsIn(extra, [])) {
      context.addIssue({ code: "custom", path: [...path], message, params: { code } });
    }
  });

interface ExtraFault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

function* faultsIn(value: unknown, path: readonly (string | number)[]): Generator<ExtraFault> {
  if (path.length > MAX_DEPTH)
    yield { path, code: "too_deep", message: `Nested more than ${MAX_DEPTH} levels deep.` };
  else if (typeof value === "string") yield* faultsOfString(value, path);
  else if (typeof value === "number") {
    if (!Number.isFinite(value)) yield { path, code: "invalid_number", message: "Not a finite number." };
    // Rounded by the reading of JSON already, and nobody can tell from what.
    else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      yield {
        path,
        code: "invalid_number",
        message: "A number of this size is not kept exactly. Send it as text, in quotation marks.",
      };
    }
  } else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* faultsIn(one, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, one] of Object.entries(value))
      yield* [...faultsOfKey(key, [...path, key]), ...faultsIn(one, [...path, key])];
  } else if (typeof value !== "boolean" && value !== null)
    yield { path, code: "invalid_type", message: "Not a JSON value." };
}

function* faultsOfKey(key: string, path: readonly (string | number)[]): Generator<ExtraFault> {
  if (RESERVED.has(key)) {
    yield {
      path,
      code: "forbidden_key",
      message: "Uses a reserved key (__proto__, constructor, prototype). Rename it.",
    };
  }
  if (key.length > MAX_KEY)
    yield { path, code: "too_big", message: `At most ${MAX_KEY} characters in a key.` };
  yield* faultsOfString(key, path);
}

function* faultsOfString(value: string, path: readonly (string | number)[]): Generator<ExtraFault> {
  if (value.includes("\u0000"))
    yield { path, code: "nul_char", message: "Contains a NUL character (U+0000). Remove it." };
  if (!value.isWellFormed()) {
    yield {
      path,
      code: "ill_formed_unicode",
      message: "Contains half of a surrogate pair. Encode the text as UTF-8 again.",
    };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
