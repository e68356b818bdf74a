import { fault, type LineFault } from "./line-fault";

/** Keys with which a program that assigns them changes itself, and which some readers drop without a word. */
const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const SHOWN_KEY = 60;

/** Why a parsed JSON value can be neither stored nor handed on safely, or null. Looks at every key and every string in it. */
export function awkwardValue(value: unknown): LineFault | null {
  if (typeof value === "string") return awkwardString(value);
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return firstFault(value, awkwardValue);
  return firstFault(Object.entries(value), ([key, inner]) => awkwardKey(key) ?? awkwardValue(inner));
}

function awkwardKey(key: string): LineFault | null {
  if (!RESERVED.has(key)) return awkwardString(key);
  return fault("forbidden_key", `The key “${key.slice(0, SHOWN_KEY)}” is reserved. Rename it.`);
}

function awkwardString(value: string): LineFault | null {
  if (value.includes("\0")) return fault("nul_char", "Contains a NUL character (U+0000). Remove it.");
  if (value.isWellFormed()) return null;
  return fault("ill_formed_unicode", "Contains half of a surrogate pair. Encode the text as UTF-8 again.");
}

function firstFault<T>(values: readonly T[], faultOf: (value: T) => LineFault | null): LineFault | null {
  for (const value of values) {
    const found = faultOf(value);
    if (found !== null) return found;
  }
  return null;
}
