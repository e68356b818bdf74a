import { describe, expect, it } from "vitest";
import type { LineStyle, SurfaceLabel } from "../surface";
import { highlightStyles } from "./highlight-styles";

const STYLES: readonly LineStyle[] = ["solid", "dotted", "dashed", "double", "wavy"];
const labels: readonly SurfaceLabel[] = STYLES.map((style) => ({
  key: style,
  name: style,
  fill: `var(--${style}-fill)`,
  strong: `var(--${style}-strong)`,
  line: `var(--${style}-line)`,
  style,
}));

describe("highlightStyles", () => {
  const css = highlightStyles("article-0", labels, "inherited-highlights", "everything");

  it("gives each label its line style and each lane its own distance", () => {
    for (const [index, style] of STYLES.entries()) {
      for (const [lane, offset] of [3, 7, 11, 15].entries()) {
        const rule = css
          .split("\n")
          .find((line) =>
            line.startsWith(`[data-surface="article-0"]::highlight(article-0-${index}-${lane}){text`),
          );
        expect(rule).toContain(`underline ${style}`);
        expect(rule).toContain(`text-underline-offset:${offset}px`);
        expect(rule).toContain(`var(--${style}-line)`);
      }
    }
  });

  it("leaves what is not one's own without a fill", () => {
    expect(css).not.toMatch(/-bare\)\{background/);
  });

  it("has rules for others' annotations only where they are asked for", () => {
    const own = highlightStyles("article-0", labels, "inherited-highlights", "own");
    expect(css).toContain("-bare)");
    expect(own).not.toMatch(/-bare\)|-other\)|-suggested\)/);
  });

  it("has no rule that only a browser with highlights can read, when it is for segments", () => {
    expect(highlightStyles("article-0", labels, "segments", "everything")).not.toContain("::highlight");
  });

  it("names system colours where colours are forced", () => {
    const forced = css.slice(css.indexOf("@media (forced-colors:active)"));
    expect(forced).toContain("forced-color-adjust:none");
    expect(forced).not.toContain("var(");
  });
});
