import { LANES, type Lane } from "@/lib/core/span/lanes";
import type { LineStyle, SurfaceLabel } from "../surface";
import { paintNames } from "./row-paint";

/** What annotations with a label that the schema does not know look like. */
export const UNKNOWN_LABEL: Omit<SurfaceLabel, "key"> = {
  name: "unknown",
  fill: "transparent",
  strong: "var(--hover, #8883)",
  line: "var(--soft, #777)",
  style: "solid",
};

const OWN_STATES = ["pending", "refused"] as const;
const OTHER_STATES = ["other", "suggested"] as const;

/** The distance from the baseline to the underline of a lane, and from one lane to the next, in CSS pixels. */
export const UNDERLINE = { first: 3, step: 4, thickness: 2 } as const;

/**
 * The style sheet of one surface. Highlights take no border, so a label's sign is its fill, its line's colour and its
 * line's style; overlines tell what is not simply saved. Later rules win where classes meet on one `<mark>`.
 */
export function highlightStyles(
  prefix: string,
  labels: readonly SurfaceLabel[],
  target: StyleTarget,
  extent: StyleExtent,
): string {
  const names = paintNames(prefix);
  const all = extent === "everything" ? [...labels, UNKNOWN_LABEL] : labels;
  const rule = (name: string, declarations: string): string =>
    `${selectorOf(prefix, name, target)}{${declarations}}`;
  const fills = all.flatMap((label, index) =>
    LANES.map((lane) => [names.annotation(index, lane, true), label.fill] as const),
  );
  const lines = all.flatMap((label, index) =>
    LANES.flatMap((lane) =>
      fillings(extent).map((isFilled) =>
        rule(names.annotation(index, lane, isFilled), underline(label, lane)),
      ),
    ),
  );
  const others = [
    rule(names.state("other"), "text-decoration:overline solid 1px var(--soft, #777)"),
    rule(names.state("suggested"), "text-decoration:overline dashed 1px var(--accent, #1f5f5b)"),
  ];
  return [
    structure(prefix),
    ...lines,
    ...fills.map(([name, fill]) => rule(name, `background-color:${fill}`)),
    ...(extent === "everything" ? others : []),
    rule(names.state("pending"), "text-decoration:overline dotted 1px var(--soft, #777)"),
    rule(names.state("refused"), "text-decoration:overline wavy 1px var(--warn, #a5541b)"),
    rule(names.mark("dim"), "background-color:color-mix(in oklab, var(--paper, Canvas) 50%, transparent)"),
    ...all.map(({ strong }, index) => rule(names.strong(index), `background-color:${strong}`)),
    rule(names.mark("selected"), "text-decoration:overline solid 2px var(--ink, CanvasText)"),
    rule(names.mark("match"), "background-color:color-mix(in oklab, var(--warn, #a5541b) 22%, transparent)"),
    rule(
      names.mark("current"),
      "background-color:color-mix(in oklab, var(--warn, #a5541b) 45%, transparent)",
    ),
    rule(
      names.mark("caret"),
      "background-color:color-mix(in oklab, var(--accent, #1f5f5b) 26%, transparent);text-decoration:overline solid 2px var(--accent, #1f5f5b)",
    ),
    forcedColors(prefix, all.length, target, extent),
  ].join("\n");
}

/**
 * `own`: one's own annotations with labels of the schema, as most articles hold. Every row of the article carries a
 * table of all rules that it inherits; the whole of them would take more memory than the rest of a long article.
 */
export type StyleExtent = "own" | "everything";

const fillings = (extent: StyleExtent): readonly boolean[] =>
  extent === "everything" ? [true, false] : [true];

/** How a name becomes a selector. */
export type StyleTarget =
  /** Rules stand on the article, and its rows inherit them. */
  | "inherited-highlights"
  /** Rules stand on every element of the page, for browsers where highlights do not inherit. */
  | "universal-highlights"
  | "segments";

/** Never on the rows themselves: matching some dozen rules against each of 2,500 rows took Chromium 700 ms. */
function selectorOf(prefix: string, name: string, target: StyleTarget): string {
  switch (target) {
    case "inherited-highlights":
      return `[data-surface="${prefix}"]::highlight(${name})`;
    case "universal-highlights":
      return `::highlight(${name})`;
    case "segments":
      return `[data-surface="${prefix}"] .${name}`;
  }
}

function underline(label: Pick<SurfaceLabel, "line" | "style">, lane: Lane): string {
  const offset = UNDERLINE.first + UNDERLINE.step * lane;
  return `text-decoration:underline ${label.style} ${thickness(label.style)}px ${label.line};text-underline-offset:${offset}px;text-decoration-skip-ink:none`;
}

/** A double or a wavy line takes more room than it is thick; a lane has four pixels. */
function thickness(style: LineStyle): number {
  return style === "double" || style === "wavy" ? 1 : UNDERLINE.thickness;
}

/**
 * What makes rows out of paragraphs. Blank rows stay, but lower than a line. The padding is room for the chips of the
 * first line and the lanes of the last, which a skipped row (content-visibility) would cut off.
 */
function structure(prefix: string): string {
  const block = `[data-surface="${prefix}"]>div`;
  const row = `[data-surface="${prefix}"] p`;
  const aside = `${row} [data-aside="kept"]`;
  return `
${row}{position:relative;box-sizing:content-box;margin:0;padding-block:8px;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4;unicode-bidi:plaintext;text-align:start;min-block-size:1lh}
${row}+p,${block}+div{margin-block-start:calc(.6em - 16px)}
${row}:empty{min-block-size:.5lh;padding:0;margin-block-start:0}
${row} mark{background:none;color:inherit}
${row} [data-aside]{user-select:none;-webkit-user-select:none}
${row} [data-aside="spoken"]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
${aside}{position:absolute;inset:0;pointer-events:none}
${aside} button{position:absolute;pointer-events:auto;margin:0;padding:0 4px;border:0;border-radius:3px;background:var(--paper, Canvas);font:600 10px/12px var(--font-sans, system-ui, sans-serif);white-space:nowrap;cursor:pointer;forced-color-adjust:auto}
${aside} button[data-state="other"],${aside} button[data-state="suggested"]{font-weight:400;font-style:italic}
${block}.asleep{content-visibility:auto}
@media print{${block}.asleep{content-visibility:visible}}`;
}

/**
 * With forced colours Chromium draws every highlight with one system colour and drops underlines. So paragraphs opt
 * out, and name the system colours themselves; then the line's style alone tells labels apart.
 */
function forcedColors(prefix: string, labels: number, target: StyleTarget, extent: StyleExtent): string {
  const names = paintNames(prefix);
  const select = (list: readonly string[]): string =>
    list.map((name) => selectorOf(prefix, name, target)).join(",");
  const indexes = Array.from({ length: labels }, (_, index) => index);
  const filled = indexes.flatMap((index) => LANES.map((lane) => names.annotation(index, lane, true)));
  const isWhole = extent === "everything";
  const bare = isWhole
    ? indexes.flatMap((index) => LANES.map((lane) => names.annotation(index, lane, false)))
    : [];
  const states = ([...OWN_STATES, ...(isWhole ? OTHER_STATES : [])] as const).map((state) =>
    names.state(state),
  );
  const chosen = indexes.map((index) => names.strong(index));
  const marks = (["match", "current", "caret"] as const).map((mark) => names.mark(mark));
  return `@media (forced-colors:active){
[data-surface="${prefix}"] p{forced-color-adjust:none;color:CanvasText;background-color:Canvas}
${select([...filled, names.mark("dim")])}{background-color:transparent}
${select([...filled, ...bare, ...states, names.mark("selected")])}{text-decoration-color:CanvasText}
${select(chosen)}{background-color:SelectedItem;color:SelectedItemText;text-decoration-color:SelectedItemText}
${select(marks)}{background-color:Highlight;color:HighlightText;text-decoration-color:HighlightText}
}`;
}
