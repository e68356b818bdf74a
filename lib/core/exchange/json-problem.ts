export const MAX_DEPTH = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
/** Integers of so many digits are exact whatever they are. */
const SAFE_DIGITS = 15;

/**
 * What `JSON.parse` would not say of `source`: that it is nested too deep to be worth building, or holds a number that
 * would come out as another (2^53 + 1, 1e400, 1e-400). Null also for what is no JSON; parsing tells that.
 */
export function jsonProblem(source: string, maxDepth = MAX_DEPTH): "too_deep" | "invalid_number" | null {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === QUOTE) index = endOfString(source, index);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return "too_deep";
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      NUMBER.lastIndex = index;
      const literal = NUMBER.exec(source)?.[0] ?? "-";
      if (!isExact(literal)) return "invalid_number";
      index += literal.length - 1;
    }
  }
  return null;
}

/** The index of the quotation mark that ends the string which begins at `start`. */
function endOfString(source: string, start: number): number {
  for (let end = source.indexOf('"', start + 1); end !== -1; end = source.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (source.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return source.length;
}

function isExact(literal: string): boolean {
  const value = Number(literal);
  if (/[.eE]/.test(literal))
    return Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(literal.split(/[eE]/, 1)[0] ?? ""));
  return literal.length <= SAFE_DIGITS || String(value) === literal;
}
