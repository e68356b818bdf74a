import { layOutLanes, type Placed } from "@/lib/core/span/lanes";
import { overlaps, type Span } from "@/lib/core/span/span";
import { SpanIndex } from "@/lib/core/span/span-index";
import type { Paragraphs } from "@/lib/core/text/paragraphs";
import { NO_MARKS, type Marks, type Painter } from "./paint/row-paint";
import type { SurfaceAnnotation, SurfaceChange } from "./surface";

export interface PaintingListener {
  /** The rows that are drawn. */
  readonly near: () => Iterable<number>;
  readonly isNear: (row: number) => boolean;
  /** What stands in the row has changed, and so must its chips. */
  readonly onRow: (row: number) => void;
}

/**
 * What is annotated and marked, and which rows must be drawn when that changes: those that are near and touched.
 * Lanes are laid out row by row, when a row is drawn.
 */
export class Painting {
  readonly #paragraphs: Paragraphs;
  readonly #listener: PaintingListener;
  readonly #lanes = new Map<number, readonly Placed<SurfaceAnnotation>[]>();
  #index: SpanIndex<SurfaceAnnotation>;
  #marks: Marks = NO_MARKS;
  #painter: Painter;

  constructor(paragraphs: Paragraphs, painter: Painter, listener: PaintingListener) {
    this.#paragraphs = paragraphs;
    this.#painter = painter;
    this.#listener = listener;
    this.#index = SpanIndex.of<SurfaceAnnotation>(paragraphs, []);
  }

  get index(): SpanIndex<SurfaceAnnotation> {
    return this.#index;
  }

  get marks(): Marks {
    return this.#marks;
  }

  get painter(): Painter {
    return this.#painter;
  }

  set painter(painter: Painter) {
    this.#painter.destroy();
    this.#painter = painter;
    this.paintAll();
  }

  /** The row's annotations with their lanes, in text order. */
  placed(row: number): readonly Placed<SurfaceAnnotation>[] {
    const known = this.#lanes.get(row);
    if (known !== undefined) return known;
    const laid = layOutLanes(this.#index.inParagraph(row), (a, b) => a.label === b.label);
    this.#lanes.set(row, laid);
    return laid;
  }

  setAnnotations(annotations: readonly SurfaceAnnotation[]): void {
    if (this.#index.size > 0) {
      this.change(difference(this.#index, annotations));
      return;
    }
    this.#index = SpanIndex.of(this.#paragraphs, annotations);
    this.#lanes.clear();
    this.paintAll();
  }

  change({ added = [], removed = [], changed = [] }: SurfaceChange): void {
    const touched: { first: number; last: number }[] = [];
    const touch = (item: SurfaceAnnotation | undefined): void => {
      if (item !== undefined) touched.push(this.#index.reach(item));
    };
    for (const id of removed) {
      touch(this.#index.get(id));
      this.#index.remove(id);
    }
    for (const item of [...added, ...changed]) {
      touch(this.#index.get(item.id));
      this.#index.replace(item);
      touch(item);
    }
    const touchedRows = new Set<number>();
    for (const { first, last } of touched) {
      for (let row = first; row <= last; row++)
        if (this.#lanes.has(row) || this.#listener.isNear(row)) touchedRows.add(row);
    }
    for (const row of touchedRows) {
      this.#lanes.delete(row);
      if (this.#listener.isNear(row)) this.paint(row);
      else this.#listener.onRow(row);
    }
  }

  paint(row: number): void {
    this.#painter.paint(row, { placed: this.placed(row), marks: this.#marks });
    this.#listener.onRow(row);
  }

  paintAll(): void {
    for (const row of this.#listener.near()) this.paint(row);
  }

  erase(row: number): void {
    this.#painter.erase(row);
  }

  /** Marks other things, and draws the marks of the rows where that is to be seen. */
  mark(change: Partial<Marks>): void {
    const before = this.#marks;
    this.#marks = { ...before, ...change };
    const spans = [before, this.#marks].flatMap((marks) => this.#spansOf(marks, change));
    for (const row of this.#listener.near()) {
      const whole = { start: this.#paragraphs.start(row), end: this.#paragraphs.endWithTerminator(row) };
      if (!spans.some((span) => overlaps(span, whole))) continue;
      this.#painter.paintMarks(row, { placed: this.placed(row), marks: this.#marks });
    }
  }

  /** Where the marks named in `change` are. */
  #spansOf(marks: Marks, change: Partial<Marks>): readonly Span[] {
    const annotation = (id: string | null): Span | undefined =>
      id === null ? undefined : this.#index.get(id);
    return [
      "selected" in change ? annotation(marks.selected) : undefined,
      "hovered" in change ? annotation(marks.hovered) : undefined,
      "caret" in change ? marks.caret : undefined,
      "current" in change ? marks.current : undefined,
      ...("matches" in change ? marks.matches : []),
    ].filter((span) => span !== undefined && span !== null);
  }
}

/** What must be done to `index` so that it holds `annotations`. */
function difference(
  index: SpanIndex<SurfaceAnnotation>,
  annotations: readonly SurfaceAnnotation[],
): SurfaceChange {
  const kept = new Set(annotations.map(({ id }) => id));
  return {
    removed: [...index.values()].filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    changed: annotations.filter((annotation) => !isSame(index.get(annotation.id), annotation)),
  };
}

function isSame(a: SurfaceAnnotation | undefined, b: SurfaceAnnotation): boolean {
  return a === b || (a?.start === b.start && a.end === b.end && a.label === b.label && a.state === b.state);
}
