import { ASIDE, type Rows } from "../rows";
import { segmentRow, type RowSegment } from "./segment-row";
import { isFilled, type LabelIndex, type Painter, type PaintNames, type RowPaint } from "./row-paint";

/** What is said aloud at the edges of an annotation with this label. */
export type LabelName = (label: string) => string;

/**
 * Paints by wrapping the text in `<mark>`: for screen readers, which know nothing of highlights and do not announce a
 * bare `<mark>` either, hence the spoken starts and ends (Hypothesis's way); and for browsers without highlights.
 * Nested marks carry one lane each, so a page looks as the other painter leaves it.
 */
export class SegmentPainter implements Painter {
  readonly #rows: Rows;
  readonly #names: PaintNames;
  readonly #nameOf: LabelName;
  readonly #painted = new Set<number>();
  #labelIndex: LabelIndex;

  constructor(rows: Rows, names: PaintNames, labelIndex: LabelIndex, nameOf: LabelName) {
    this.#rows = rows;
    this.#names = names;
    this.#labelIndex = labelIndex;
    this.#nameOf = nameOf;
  }

  paint(row: number, paint: RowPaint): void {
    const segments = segmentRow(this.#rows.table, row, paint);
    if (segments.every(({ covering, marks }) => covering.length === 0 && marks.length === 0)) {
      this.erase(row);
      return;
    }
    const content = this.#document.createDocumentFragment();
    const text = this.#rows.table.textOf(row);
    for (const segment of segments)
      content.append(...this.#nodesOf(segment, text.slice(segment.from, segment.to), paint));
    this.#rows.setContent(row, content);
    this.#painted.add(row);
  }

  paintMarks(row: number, paint: RowPaint): void {
    this.paint(row, paint);
  }

  erase(row: number): void {
    if (this.#painted.delete(row)) this.#rows.setWhole(row);
  }

  reset(labels: LabelIndex): void {
    this.destroy();
    this.#labelIndex = labels;
  }

  destroy(): void {
    for (const row of [...this.#painted]) this.erase(row);
  }

  get #document(): Document {
    return this.#rows.host.ownerDocument;
  }

  #nodesOf(segment: RowSegment, text: string, { marks }: RowPaint): readonly Node[] {
    let node: Node = this.#document.createTextNode(text);
    if (segment.marks.length > 0)
      node = this.#wrap(
        "span",
        segment.marks.map((mark) => this.#names.mark(mark)),
        node,
      );
    for (const { item, lane } of [...segment.covering].reverse()) {
      const label = this.#labelIndex(item.label);
      const standing = [
        ...(item.state === "saved" ? [] : [this.#names.state(item.state)]),
        ...(item.id === marks.selected ? [this.#names.mark("selected")] : []),
        ...(item.id === marks.selected || item.id === marks.hovered ? [this.#names.strong(label)] : []),
      ];
      // In elements of their own: one element has one text-decoration, and the mark's is the lane's underline.
      for (const name of standing) node = this.#wrap("span", [name], node);
      const mark = this.#wrap("mark", [this.#names.annotation(label, lane, isFilled(item.state))], node);
      mark.dataset.annotation = item.id;
      node = mark;
    }
    return [
      ...segment.starting.map((item) => this.#spoken(` ${this.#nameOf(item.label)} start `)),
      node,
      ...segment.ending.map((item) => this.#spoken(` ${this.#nameOf(item.label)} end `)),
    ];
  }

  #wrap(tag: "mark" | "span", classes: readonly string[], content: Node): HTMLElement {
    const element = this.#document.createElement(tag);
    element.className = classes.join(" ");
    element.append(content);
    return element;
  }

  #spoken(words: string): HTMLElement {
    const element = this.#document.createElement("span");
    element.setAttribute(ASIDE, "spoken");
    element.textContent = words;
    return element;
  }
}
