import { AppError } from "@/lib/core/errors";
import { pathOf } from "./parse";

const MAX_JSON_DEPTH = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** `__proto__` spelt out, or with an escape that could spell it. */
const MAY_HOLD_PROTO = /__proto__|\\u00[57]/i;

/**
 * What a JSON body says. Depth is measured before anything is built, so that a body of brackets costs nothing.
 * @throws AppError `malformed_json`, or `invalid` with `too_deep` or `forbidden_key`.
 */
export function parseJson(bytes: Uint8Array): unknown {
  refuseDepth(bytes);
  const text = decode(bytes);
  const value = parse(text);
  if (MAY_HOLD_PROTO.test(text)) refuseProto(value, []);
  return value;
}

function refuseDepth(bytes: Uint8Array): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENING.has(byte)) {
      depth += 1;
      if (depth > MAX_JSON_DEPTH) {
        throw invalid("", "too_deep", `Nested more than ${MAX_JSON_DEPTH} levels deep.`);
      }
    } else if (CLOSING.has(byte)) depth -= 1;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("malformed_json", { detail: "The request is not valid UTF-8.", cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("malformed_json", { cause });
  }
}

/** Such a key would be dropped without a word further in, by the checks and by the database's JSON. */
function refuseProto(value: unknown, path: readonly PropertyKey[]): void {
  if (Array.isArray(value)) {
    value.forEach((element, index) => refuseProto(element, [...path, index]));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key];
      if (key === "__proto__")
        throw invalid(pathOf(here), "forbidden_key", "This key is reserved. Rename it.");
      refuseProto(inner, here);
    }
  }
}

function invalid(path: string, code: string, message: string): AppError {
  return new AppError("invalid", { faults: [{ path, code, message }] });
}
