import { describe, expect, it } from "vitest";
import { versionOf, versionTag } from "./version-tag";

describe("versionOf", () => {
  it("reads the tag of a version, also where a proxy made it weak or somebody left out the quotes", () => {
    expect(versionOf(versionTag(12))).toBe(12);
    expect(versionOf('W/"12"')).toBe(12);
    expect(versionOf(" 12 ")).toBe(12);
  });

  it("says that there was none", () => {
    expect(versionOf(null)).toBeNull();
  });

  it("takes nothing else for a version that could be current", () => {
    for (const given of ["*", '""', '"abc"', '"1", "2"', "-1", '"1.5"', '"99999999999"', ""])
      expect(versionOf(given)).toBe(0);
  });
});
