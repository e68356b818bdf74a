import { describe, expect, it } from "vitest";
import { guidelinePassage } from "./guideline-passage";

const GUIDELINE =
  "# How to annotate\n\nRead first.\n\n## Claims\n\nA claim is said.\n\n### Borders\n\nWhole.\n\n## Actors\n\nWho acts.";

describe("the passage of a label", () => {
  it("goes from its heading to the next of its kind, with what is below it", () => {
    expect(guidelinePassage(GUIDELINE, { key: "claim", name: "Claim" })).toBe(
      "A claim is said.\n\n### Borders\n\nWhole.",
    );
    expect(guidelinePassage(GUIDELINE, { key: "actor", name: "Actor" })).toBe("Who acts.");
  });

  it("is none where the guideline does not name the label", () => {
    expect(guidelinePassage(GUIDELINE, { key: "cue", name: "Cue" })).toBeNull();
  });
});
