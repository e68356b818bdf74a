import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BinaryRows, type TextRow } from "./binary-rows";

/** What Postgres sends for these rows. */
function binaryCopyOf(rows: readonly TextRow[]): Buffer {
  const header = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
  const int16 = (n: number) => Buffer.from(Int16Array.of(n).buffer).swap16();
  const int32 = (n: number) => Buffer.from(Int32Array.of(n).buffer).swap32();
  const field = (value: string | null) =>
    value === null ? int32(-1) : Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([header, ...rows.flatMap((row) => [int16(row.length), ...row.map(field)]), int16(-1)]);
}

function read(bytes: Buffer, sizes: readonly number[]): readonly TextRow[] {
  const decoder = new BinaryRows();
  const rows: TextRow[] = [];
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    rows.push(...decoder.push(bytes.subarray(start, start + size)));
    start += size;
  }
  decoder.end();
  return rows;
}

describe("binary rows", () => {
  it("come out as they went in, however they arrive", () => {
    const field = fc.option(fc.string({ unit: "grapheme" }), { nil: null });
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.array(field, { maxLength: 5 }), { maxLength: 10 }), sizes, (rows, sizes) => {
        expect(read(binaryCopyOf(rows), sizes)).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  it("that break off are noticed", () => {
    const whole = binaryCopyOf([
      ["a", null],
      ["b", "c"],
    ]);
    expect(() => read(whole.subarray(0, -1), [7])).toThrow(RangeError);
  });

  it("are not read from anything else", () => {
    expect(() => read(Buffer.from("not a copy stream at all"), [100])).toThrow(RangeError);
  });
});
