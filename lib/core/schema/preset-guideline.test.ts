import { describe, expect, it } from "vitest";
import { presetGuideline } from "./preset-guideline";
import { presetSchema } from "./preset";

describe("presetGuideline", () => {
  it("speaks of every label of its preset", () => {
    const guideline = presetGuideline("claim-actor-stance");
    for (const { name } of presetSchema("claim-actor-stance").labels)
      expect(guideline).toContain(`## ${name}s`);
  });

  it("leaves a blank project's guideline to its manager", () => {
    expect(presetGuideline("blank")).toBe("");
  });
});
