import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invalidUtf8At } from "./invalid-utf8";

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe("invalidUtf8At", () => {
  it.each([
    ["a lone continuation byte", [0x61, 0x80], 1],
    ["a sequence cut short", [0x61, 0xe2, 0x82], 1],
    ["Latin-1", [0x63, 0x61, 0x66, 0xe9, 0x20], 3],
    ["an overlong slash", [0xc0, 0xaf], 0],
    ["an overlong three-byte form", [0x61, 0xe0, 0x80, 0xaf], 1],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80], 0],
    ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80], 0],
    ["UTF-16's byte order mark", [0xff, 0xfe], 0],
  ])("finds %s", (_, bytes, at) => {
    expect(invalidUtf8At(Uint8Array.from(bytes))).toBe(at);
  });

  it("agrees with a decoder about every bytes", () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flatMap((one) => [...one]));
        const at = invalidUtf8At(bytes);
        expect(at === -1).toBe(isUtf8(bytes));
        if (at !== -1) expect(isUtf8(bytes.subarray(0, at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
