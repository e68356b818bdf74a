import { describe, expect, it } from "vitest";
import { reportCsv } from "./report-csv";

describe("reportCsv", () => {
  it("writes one row for each error, under a header", () => {
    const errors = [{ line: 501, byte: 48213, code: "malformed_json", message: "Not JSON." }] as const;
    expect(reportCsv({ errors })).toBe("line,byte,code,message\r\n501,48213,malformed_json,Not JSON.\r\n");
  });

  it("quotes what would end a cell, and lets nothing be a formula", () => {
    const errors = [{ line: 1, byte: 0, code: "offset_mismatch", message: '=1+1, "x"\n' }] as const;
    expect(reportCsv({ errors })).toContain(`"'=1+1, ""x""\n"`);
  });
});
