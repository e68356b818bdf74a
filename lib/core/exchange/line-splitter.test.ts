import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter, type RawLine } from "./line-splitter";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = ({ bytes }: RawLine) =>
  bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** The lines of `bytes` when they arrive in pieces of the given sizes, over and over. */
function split(bytes: Uint8Array, sizes: readonly number[], maxBytes = 1000): readonly RawLine[] {
  const splitter = new LineSplitter(maxBytes);
  const lines: RawLine[] = [];
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const memory = bytes.slice(start, start + size);
    lines.push(...splitter.push(memory).map((line) => ({ ...line, bytes: line.bytes?.slice() ?? null })));
    // Whoever sent a chunk may use its memory again.
    memory.fill(0x21);
    start += size;
  }
  return [...lines, ...splitter.end()];
}

describe("LineSplitter", () => {
  it("gives each line its number and the offset of its first byte", () => {
    const lines = split(bytesOf("one\r\n\ntwo 🚲\nthree"), [100]);
    expect(lines.map((line) => [line.number, line.byte, textOf(line)])).toEqual([
      [1, 0, "one"],
      [3, 6, "two 🚲"],
      [4, 15, "three"],
    ]);
  });

  it("drops a byte order mark at the start only", () => {
    const lines = split(bytesOf("\ufeffone\n\ufefftwo"), [2]);
    expect(lines.map((line) => [line.byte, textOf(line)])).toEqual([
      [3, "one"],
      [7, "\ufefftwo"],
    ]);
  });

  it("passes blank lines and an empty file over", () => {
    expect(split(bytesOf(" \t\n\r\n\n"), [1])).toEqual([]);
    expect(split(bytesOf(""), [1])).toEqual([]);
    expect(split(bytesOf("\ufeff"), [1])).toEqual([]);
  });

  it("lets go of a line that is too long, and goes on behind it", () => {
    const lines = split(bytesOf(`ok\n${"x".repeat(50)}\nok\n${"y".repeat(20)}`), [7], 20);
    expect(lines.map((line) => [line.number, line.byte, textOf(line)])).toEqual([
      [1, 0, "ok"],
      [2, 3, null],
      [3, 54, "ok"],
      [4, 57, "y".repeat(20)],
    ]);
  });

  it("does not depend on how the bytes arrive", () => {
    const file = fc.array(fc.constantFrom("a", "🚲", "\n", "\r\n", "\r", "", "\ufeff", "x".repeat(9)), {
      maxLength: 40,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(file, sizes, (pieces, sizes) => {
        const bytes = bytesOf(pieces.join(""));
        expect(split(bytes, sizes, 30)).toEqual(split(bytes, [bytes.length + 1], 30));
      }),
      { numRuns: 1000 },
    );
  });

  it("loses nothing but line ends and blank lines", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }).filter((one) => /^[^\s\ufeff]+$/.test(one))),
        (given) => {
          const lines = split(bytesOf(given.join("\n")), [3]);
          expect(lines.map(textOf)).toEqual(given);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
