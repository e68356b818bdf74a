declare const unit: unique symbol;

/** A place between characters, counted in Unicode code points. The unit of database, wire, core and files. */
export type CodePoint = number & { readonly [unit]: "code point" };

/** A place counted in UTF-16 code units: what strings, Range and Selection speak. Only here and in lib/client/dom. */
export type Utf16 = number & { readonly [unit]: "UTF-16 code unit" };

/** @throws RangeError unless `n` is a whole number, zero or more. */
export function codePoint(n: number): CodePoint {
  return whole(n, "code points") as CodePoint;
}

/** @throws RangeError unless `n` is a whole number, zero or more. */
export function utf16(n: number): Utf16 {
  return whole(n, "UTF-16 code units") as Utf16;
}

function whole(n: number, units: string): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is no offset in ${units}`);
  return n;
}
