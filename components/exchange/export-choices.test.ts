import { describe, expect, it } from "vitest";
import { DEFAULT_EXPORT, exportQuery, parseExportChoices, type ExportChoices } from "./export-choices";

const asked = (choices: ExportChoices) =>
  parseExportChoices(Object.fromEntries(new URLSearchParams(exportQuery(choices))));

describe("the choices of an export", () => {
  it("need no query while they are the default", () => {
    expect(exportQuery(DEFAULT_EXPORT)).toBe("");
  });

  it.each<ExportChoices>([
    DEFAULT_EXPORT,
    { ...DEFAULT_EXPORT, sets: "gold", states: ["submitted", "accepted"], withUnannotated: true },
    { ...DEFAULT_EXPORT, format: "archive", people: "addresses" },
    { ...DEFAULT_EXPORT, format: "conll", tokens: "strict", columns: "one" },
    { ...DEFAULT_EXPORT, format: "spans-csv", cells: "safe" },
  ])("are the same after a trip through the address", (choices) => {
    expect(asked(choices)).toEqual(choices);
  });

  it("leave out of an archive what only the training form knows", () => {
    expect(exportQuery({ ...DEFAULT_EXPORT, format: "archive", sets: "gold", states: ["new"] })).toBe(
      "format=archive",
    );
  });

  it("are the default for an address that asks for what is not there", () => {
    expect(parseExportChoices({ format: "docx" })).toEqual(DEFAULT_EXPORT);
  });
});
