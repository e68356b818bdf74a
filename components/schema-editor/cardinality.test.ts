import { describe, expect, it } from "vitest";
import { cardinality, waivers } from "./cardinality";

describe("cardinality in words", () => {
  it.each([
    [0, null, "any number"],
    [1, null, "at least 1"],
    [1, 1, "exactly 1"],
    [0, 1, "up to 1"],
    [2, 4, "2 to 4"],
  ])("says of %s to %s: %s", (min, max, said) => {
    expect(cardinality(min, max)).toBe(said);
  });

  it("names each case in which none is needed", () => {
    expect(
      waivers([
        { attribute: "reporting", values: ["authorial", "mixed"] },
        { attribute: "anaphoric", values: [true] },
        { attribute: "target_concept", values: null },
      ]),
    ).toBe(
      "not needed when reporting is authorial or mixed, or anaphoric is yes, or target_concept has a value",
    );
  });
});
