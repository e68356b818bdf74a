import { describe, expect, it } from "vitest";
import { DEFAULT_EXPORT } from "./export-choices";
import { exportInWords } from "./export-words";
import { lossesInWords } from "./loss-words";

describe("exportInWords", () => {
  it("says which sets and which states are in the file", () => {
    const [first] = exportInWords({
      ...DEFAULT_EXPORT,
      sets: "annotator",
      states: ["submitted", "returned", "accepted"],
    });
    expect(first).toContain("every annotator’s set, only those that are submitted, returned or accepted.");
  });

  it("says whether documents that nobody annotated are in it", () => {
    expect(exportInWords(DEFAULT_EXPORT).join(" ")).toContain("nobody has annotated are left out");
    expect(exportInWords({ ...DEFAULT_EXPORT, withUnannotated: true }).join(" ")).toContain("are in it too");
  });

  it("says what a format cannot hold, or that it holds everything", () => {
    expect(lossesInWords([])).toBe("It holds everything that the sets say.");
    expect(lossesInWords(["attribute", "note", "relation"])).toContain("attributes, notes or relations.");
  });

  it("says how an archive names people", () => {
    expect(exportInWords({ ...DEFAULT_EXPORT, format: "archive", people: "addresses" }).join(" ")).toContain(
      "with their addresses",
    );
  });
});
