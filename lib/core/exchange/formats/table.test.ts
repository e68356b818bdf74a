import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedList, splitList, tableRow } from "./table";

const cells = fc.array(
  fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("=1+1", '"', ",", "\t", "\r\n", " a ")),
  {
    minLength: 1,
    maxLength: 5,
  },
);

function read(row: string, delimiter: string): readonly string[] {
  const rows = parse(row, { delimiter, record_delimiter: "\r\n" });
  return rows[0] ?? [];
}

describe("tableRow", () => {
  it.each([",", "\t"] as const)("gives back exactly what it was given, between %j", (separator) => {
    fc.assert(
      fc.property(cells, (row) => {
        expect(read(tableRow(row, separator, "exact"), separator)).toEqual(row);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["=cmd()", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", " =1"])(
    "makes %j harmless in safe mode",
    (text) => {
      expect(read(tableRow([text], ",", "safe"), ",")).toEqual([`'${text}`]);
      expect(read(tableRow([text], ",", "exact"), ",")).toEqual([text]);
    },
  );

  it("leaves numbers alone, and tells nothing from an empty text", () => {
    expect(tableRow([-1, null, "", true], ",", "safe")).toBe('-1,,"",true\r\n');
  });
});

describe("a list in a cell", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        fc.pre(values.every((value) => !value.startsWith(" ")));
        expect(splitList(joinedList(values))).toEqual(values);
      }),
      { numRuns: 1000 },
    );
  });
});
