import type { Placed } from "@/lib/core/span/lanes";
import type { Span } from "@/lib/core/span/span";
import type { Rows } from "../rows";
import type { SurfaceAnnotation } from "../surface";
import {
  isFilled,
  type LabelIndex,
  type Marks,
  type Painter,
  type PaintNames,
  type RowPaint,
} from "./row-paint";

/** A range in a highlight, so that it can be taken out again. */
interface Stroke {
  readonly highlight: Highlight;
  readonly range: StaticRange;
}

/**
 * What lies over what. A deeper lane covers the fill of a shallower one, so that what is nested shows; a selected
 * span covers only its own lane.
 */
const PRIORITY = {
  lane: 8,
  strong: 4,
  dim: 60,
  state: 64,
  selected: 65,
  match: 70,
  current: 71,
  caret: 72,
} as const;

/**
 * Paints by CSS Custom Highlights: no element, no change of the text's nodes. One Highlight for each label and lane,
 * and StaticRanges, because the text under them never changes; live ones would cost at every change of the page.
 * Chromium checks all registered ranges after any such change, so only painted rows may have any.
 */
export class HighlightPainter implements Painter {
  readonly #rows: Rows;
  readonly #names: PaintNames;
  readonly #highlights = new Map<string, Highlight>();
  readonly #annotations = new Map<number, readonly Stroke[]>();
  readonly #marks = new Map<number, readonly Stroke[]>();
  #labelIndex: LabelIndex;

  constructor(rows: Rows, names: PaintNames, labelIndex: LabelIndex) {
    this.#rows = rows;
    this.#names = names;
    this.#labelIndex = labelIndex;
  }

  static isSupported(): boolean {
    return typeof Highlight === "function" && "highlights" in CSS && typeof StaticRange === "function";
  }

  paint(row: number, paint: RowPaint): void {
    takeBack(this.#annotations, row);
    const strokes = paint.placed.flatMap((placed) => this.#strokesOf(row, placed));
    if (strokes.length > 0) this.#annotations.set(row, strokes);
    this.paintMarks(row, paint);
  }

  paintMarks(row: number, { placed, marks }: RowPaint): void {
    takeBack(this.#marks, row);
    const strokes = [
      ...placed.flatMap((each) => this.#strokesOfChosen(row, each, marks)),
      ...marks.matches.flatMap((match) =>
        this.#stroke(row, match, this.#names.mark("match"), PRIORITY.match),
      ),
      ...this.#strokeOf(row, marks.current, this.#names.mark("current"), PRIORITY.current),
      ...this.#strokeOf(row, marks.caret, this.#names.mark("caret"), PRIORITY.caret),
    ];
    if (strokes.length > 0) this.#marks.set(row, strokes);
  }

  erase(row: number): void {
    takeBack(this.#annotations, row);
    takeBack(this.#marks, row);
  }

  reset(labels: LabelIndex): void {
    this.destroy();
    this.#labelIndex = labels;
  }

  destroy(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(name);
    this.#highlights.clear();
    this.#annotations.clear();
    this.#marks.clear();
  }

  #strokesOf(row: number, { item, lane }: Placed<SurfaceAnnotation>): readonly Stroke[] {
    const name = this.#names.annotation(this.#labelIndex(item.label), lane, isFilled(item.state));
    const own = this.#stroke(row, item, name, PRIORITY.lane * lane);
    return item.state === "saved"
      ? own
      : [...own, ...this.#stroke(row, item, this.#names.state(item.state), PRIORITY.state)];
  }

  /** Raised above its own lane only, so that what is nested in it still shows. */
  #strokesOfChosen(row: number, { item, lane }: Placed<SurfaceAnnotation>, marks: Marks): readonly Stroke[] {
    const isSelected = item.id === marks.selected;
    if (!isSelected && item.id !== marks.hovered) return [];
    const strong = this.#names.strong(this.#labelIndex(item.label));
    return [
      ...this.#stroke(row, item, strong, PRIORITY.lane * lane + PRIORITY.strong),
      ...(isSelected
        ? [
            ...this.#stroke(row, item, this.#names.mark("selected"), PRIORITY.selected),
            ...this.#strokesAround(row, item),
          ]
        : []),
    ];
  }

  /** Takes the force from the rest of the paragraph. */
  #strokesAround(row: number, { start, end }: Span): readonly Stroke[] {
    const { paragraphs } = this.#rows.table;
    const before = { start: paragraphs.start(row), end: start };
    const after = { start: end, end: paragraphs.end(row) };
    return [before, after].flatMap((rest) =>
      rest.start < rest.end ? this.#stroke(row, rest, this.#names.mark("dim"), PRIORITY.dim) : [],
    );
  }

  #strokeOf(row: number, span: Span | null, name: string, priority: number): readonly Stroke[] {
    return span === null ? [] : this.#stroke(row, span, name, priority);
  }

  #stroke(row: number, span: Span, name: string, priority: number): readonly Stroke[] {
    const clip = this.#rows.table.clip(row, span);
    const [text] = this.#rows.textNodes(row);
    if (clip === null || text === undefined) return [];
    const range = new StaticRange({
      startContainer: text,
      startOffset: clip.from,
      endContainer: text,
      endOffset: clip.to,
    });
    const highlight = this.#highlight(name);
    if (highlight.priority !== priority) highlight.priority = priority;
    highlight.add(range);
    return [{ highlight, range }];
  }

  #highlight(name: string): Highlight {
    const known = this.#highlights.get(name);
    if (known !== undefined) return known;
    const made = new Highlight();
    this.#highlights.set(name, made);
    CSS.highlights.set(name, made);
    return made;
  }
}

function takeBack(painted: Map<number, readonly Stroke[]>, row: number): void {
  for (const { highlight, range } of painted.get(row) ?? []) highlight.delete(range);
  painted.delete(row);
}
