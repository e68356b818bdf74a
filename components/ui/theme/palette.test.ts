import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PALETTE } from "@/lib/core/schema/schema";
import { contrast } from "./contrast";
import { readTokens } from "./read-tokens";

const css = ["tokens.css", "palette.css"].map((file) => readFileSync(new URL(file, import.meta.url), "utf8"));
const themes = [
  ["light", readTokens(css, "light")],
  ["dark", readTokens(css, "dark")],
] as const;

describe.each(themes)("the %s theme", (_name, token) => {
  it.each(PALETTE)("keeps text on %s readable at 7:1", (color) => {
    expect(contrast(token("ink"), token(`palette-${color}-fill`))).toBeGreaterThanOrEqual(7);
    expect(contrast(token("ink"), token(`palette-${color}-strong`))).toBeGreaterThanOrEqual(7);
  });

  it.each(PALETTE)("keeps the line of %s visible at 3:1 on paper, ground and its fill", (color) => {
    for (const surface of ["paper", "ground", `palette-${color}-fill`])
      expect(contrast(token(`palette-${color}-line`), token(surface)), surface).toBeGreaterThanOrEqual(3);
  });

  it("gives each two colours a line that differs", () => {
    const lines = PALETTE.map((color) => token(`palette-${color}-line`));
    expect(new Set(lines).size).toBe(PALETTE.length);
  });

  it.each(["soft", "accent", "ok", "warn", "danger"])(
    "keeps %s text at 4.5:1 on paper and ground",
    (name) => {
      for (const surface of ["paper", "ground"])
        expect(contrast(token(name), token(surface)), surface).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ["on-accent", "accent"],
    ["on-accent", "accent-hover"],
    ["on-danger", "danger"],
    ["on-danger", "danger-hover"],
  ])("keeps %s readable on %s", (text, surface) => {
    expect(contrast(token(text), token(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it("shows the edge of a field at 3:1", () => {
    for (const surface of ["paper", "ground"])
      expect(contrast(token("edge"), token(surface))).toBeGreaterThanOrEqual(3);
  });
});
