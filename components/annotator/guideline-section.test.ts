import { describe, expect, it } from "vitest";
import { markdownOutline } from "@/components/ui/markdown-outline";
import { presetGuideline } from "@/lib/core/schema/preset-guideline";
import { presetSchema } from "@/lib/core/schema/preset";
import { sectionOf } from "./guideline-section";

const headingFor = (markdown: string, name: string, key = name.toLowerCase()) =>
  sectionOf(markdownOutline(markdown), { name, key })?.text ?? null;

describe("the section of a label", () => {
  it("is there for each label of the preset", () => {
    const outline = markdownOutline(presetGuideline("claim-actor-stance"));
    const { labels } = presetSchema("claim-actor-stance");
    expect(labels.map((label) => sectionOf(outline, label)?.text)).toEqual(["Claims", "Actors", "Stances"]);
  });

  it("is the heading that says its name alone, before one that says more", () => {
    expect(headingFor("# Claims and actors\n## What a claim is\n## Claim\n", "Claim")).toBe("Claim");
    expect(headingFor("# Claims and actors\n## What a claim is\n", "Actor")).toBe("Claims and actors");
  });

  it("is found by several words, and by the key", () => {
    expect(headingFor("## 2. Political Parties\n", "Political party")).toBe("2. Political Parties");
    expect(headingFor("## PER: people\n", "Person", "per")).toBe("PER: people");
  });

  it("is none where no heading speaks of it, nor of a part of a word", () => {
    expect(headingFor("# Reclaiming\n", "Claim")).toBeNull();
    expect(headingFor("", "Claim")).toBeNull();
  });
});
