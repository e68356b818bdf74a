import type { Span } from "@/lib/core/span/span";
import { codePoint, type CodePoint } from "@/lib/core/text/offsets";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { Segments } from "@/lib/core/text/segments";
import { adoptStyles } from "./adopt-styles";
import { Caret } from "./caret";
import { Chips } from "./chips";
import { rangeOf } from "./dom-point";
import { HitTest } from "./hit-test";
import { NearRows } from "./near-rows";
import { HighlightPainter } from "./paint/highlight-painter";
import { inheritsHighlights } from "./paint/highlight-inheritance";
import { highlightStyles, UNKNOWN_LABEL, type StyleExtent, type StyleTarget } from "./paint/highlight-styles";
import { isFilled, paintNames, type Painter } from "./paint/row-paint";
import { SegmentPainter } from "./paint/segment-painter";
import { Painting } from "./painting";
import { Pointer } from "./pointer";
import { RowSkipping } from "./row-skipping";
import { RowTable } from "./row-table";
import { Rows } from "./rows";
import { Scrolling } from "./scrolling";
import { NativeSelection } from "./selection";
import type {
  ArticleSurface,
  ChipsShown,
  PainterKind,
  SurfaceAnnotation,
  SurfaceLabel,
  SurfaceOptions,
} from "./surface";
import { Viewport } from "./viewport";

/**
 * Makes an article of `host`: an element of the caller's, empty or holding the first rows as the server rendered
 * them (`<p>`, one for each paragraph, without line ends). Nobody else may change what is in it until `destroy`.
 */
export function createArticleSurface(host: HTMLElement, options: SurfaceOptions): ArticleSurface {
  return new Surface(host, options);
}

class Surface implements ArticleSurface {
  readonly caret: Caret;
  readonly #options: SurfaceOptions;
  readonly #prefix: string;
  readonly #rows: Rows;
  readonly #skipping: RowSkipping;
  readonly #viewport: Viewport;
  readonly #scrolling: Scrolling;
  readonly #selection: NativeSelection;
  readonly #hitTest: HitTest;
  readonly #pointer: Pointer;
  readonly #painting: Painting;
  readonly #chips: Chips;
  readonly #styles: ReturnType<typeof adoptStyles>;
  readonly #highlightTarget: StyleTarget;
  readonly #listening = new AbortController();
  readonly #resizing: ResizeObserver;
  #near: NearRows | null = null;
  #labels: readonly SurfaceLabel[];
  #kind: PainterKind;
  #styled: StyleExtent = "own";
  #chipsShown: ChipsShown;

  constructor(host: HTMLElement, options: SurfaceOptions) {
    this.#options = options;
    this.#labels = options.labels;
    this.#kind = usable(options.painter ?? "highlights");
    this.#chipsShown = options.chips ?? "all";
    this.#prefix = freePrefix(host.ownerDocument);
    host.dataset.surface = this.#prefix;
    this.#styles = adoptStyles(host.ownerDocument, options.nonce);
    this.#highlightTarget = inheritsHighlights(host, this.#styles)
      ? "inherited-highlights"
      : "universal-highlights";
    this.#restyle();

    const paragraphs = Paragraphs.of(options.text);
    const segments = Segments.of(paragraphs, options.locale);
    const table = new RowTable(paragraphs);
    this.#viewport = new Viewport(host, options.scroller);
    this.#skipping = new RowSkipping(host, table, this.#kind === "highlights");
    this.#rows = new Rows(host, table, this.#skipping);
    this.#scrolling = new Scrolling(this.#rows, this.#viewport);
    this.#painting = new Painting(paragraphs, this.#makePainter(), {
      near: () => this.#near ?? [],
      isNear: (row) => this.#near?.has(row) ?? false,
      onRow: (row) => this.#chipsChanged(row),
    });
    this.#chips = new Chips(this.#rows, segments, {
      chipsOf: (row) => this.#chipsOf(row),
      nameOf: (key) => this.#labelOf(key).name,
      lineOf: (key) => this.#labelOf(key).line,
    });
    this.caret = new Caret(this.#rows, segments, {
      firstInView: () => this.readingPosition(),
      show: (span) => this.#scrolling.showNear(span),
      onCaret: (caret) => {
        this.#painting.mark({ caret });
        options.onCaret?.(caret);
      },
    });
    this.#hitTest = new HitTest(this.#rows);
    this.#selection = new NativeSelection(this.#rows, segments, this.#hitTest, {
      onSelect: (span, means) => options.onSelect?.(span, means),
    });
    this.#pointer = new Pointer(host, this.#hitTest, {
      selected: () => this.#painting.marks.selected,
      candidatesAt: (offset) => this.#candidatesAt(offset),
      onHit: (ids, at) => options.onHit?.(ids, at),
      onHover: (id) => {
        this.hover(id);
        options.onHover?.(id);
      },
    });
    this.#resizing = onWidthChange(host, () => {
      this.#hitTest.forget();
      this.#chips.touchAll(this.#near ?? []);
    });
    this.#watchRows();
    this.#paintAllForPrint();
  }

  setAnnotations: ArticleSurface["setAnnotations"] = (annotations) => {
    this.#styleFor(annotations);
    this.#painting.setAnnotations(annotations);
  };

  change: ArticleSurface["change"] = (change) => {
    this.#styleFor([...(change.added ?? []), ...(change.changed ?? [])]);
    this.#painting.change(change);
  };

  select(selected: string | null): void {
    this.#mark({ selected });
  }

  hover(hovered: string | null): void {
    this.#mark({ hovered });
  }

  setMatches(matches: readonly Span[], current: Span | null = null): void {
    this.#painting.mark({ matches, current });
  }

  annotationsAt: ArticleSurface["annotationsAt"] = (offset) => this.#painting.index.at(offset);

  offsetAt(x: number, y: number): CodePoint | null {
    return this.#hitTest.at(x, y)?.offset ?? null;
  }

  get selection(): Span | null {
    return this.#selection.span;
  }

  setSelection(span: Span | null): void {
    this.#selection.set(span);
  }

  reveal(target: CodePoint | string): void {
    const span = typeof target === "string" ? this.#painting.index.get(target) : this.#characterAt(target);
    if (span !== undefined) this.#scrolling.showCentred(span);
  }

  readingPosition(): CodePoint {
    return this.#scrolling.firstInView();
  }

  rangeOf(span: Span): Range {
    return rangeOf(this.#rows, span);
  }

  rectOf(id: string): DOMRect | null {
    const span = this.#painting.index.get(id);
    return span === undefined ? null : (this.rangeOf(span).getClientRects()[0] ?? null);
  }

  setLabels(labels: readonly SurfaceLabel[]): void {
    this.#labels = labels;
    this.#styleFor([...this.#painting.index.values()]);
    this.#restyle();
    this.#painting.painter = this.#makePainter();
  }

  setPainter(kind: PainterKind): void {
    const next = usable(kind);
    if (next === this.#kind) return;
    this.#kind = next;
    this.#restyle();
    this.#painting.painter = this.#makePainter();
    this.#skipping.set(next === "highlights");
    this.#watchRows();
  }

  setChips(shown: ChipsShown): void {
    this.#chipsShown = shown;
    this.#chips.touchAll(this.#near ?? []);
  }

  destroy(): void {
    this.#listening.abort();
    this.#resizing.disconnect();
    this.#near?.stop();
    this.#pointer.destroy();
    this.#selection.destroy();
    this.#chips.destroy();
    this.#painting.painter.destroy();
    this.#styles.remove();
    this.#skipping.destroy();
    delete this.#rows.host.dataset.surface;
  }

  /** Screen-reader view keeps all rows alive. */
  #watchRows(): void {
    this.#near?.stop();
    const before = [...(this.#near ?? [])];
    this.#near = null;
    for (const row of before) this.#painting.erase(row);
    const near = new NearRows(this.#rows, this.#viewport, this.#skipping.isLasting);
    this.#near = near;
    near.start({
      onEnter: (row) => this.#painting.paint(row),
      onLeave: (row) => this.#painting.erase(row),
    });
  }

  #mark(change: { readonly selected?: string | null; readonly hovered?: string | null }): void {
    const { index, marks } = this.#painting;
    const ids = [marks.selected, marks.hovered, ...Object.values(change)];
    this.#painting.mark(change);
    if (this.#chipsShown !== "focus") return;
    for (const item of ids.map((id) => (id === null ? undefined : index.get(id)))) {
      if (item !== undefined) this.#chipsChanged(index.reach(item).first);
    }
  }

  #chipsChanged(row: number): void {
    if (this.#near?.has(row)) this.#chips.touch(row);
    else this.#chips.forget(row);
  }

  #chipsOf(row: number) {
    if (!this.#near?.has(row)) return null;
    const placed = this.#painting.placed(row);
    const { selected, hovered } = this.#painting.marks;
    switch (this.#chipsShown) {
      case "all":
        return placed;
      case "focus":
        return placed.filter(({ item }) => item.id === selected || item.id === hovered);
      case "none":
        return [];
    }
  }

  #candidatesAt(offset: CodePoint) {
    const placed = this.#painting.placed(this.#rows.table.paragraphs.paragraphAt(offset));
    return this.annotationsAt(offset).map(({ id }) => ({
      id,
      lane: placed.find(({ item }) => item.id === id)?.lane ?? 0,
    }));
  }

  #characterAt(offset: CodePoint): Span {
    const { length } = this.#options.text;
    const start = codePoint(Math.max(0, Math.min(offset, length - 1)));
    return { start, end: codePoint(Math.min(start + 1, length)) };
  }

  #labelOf(key: string): Omit<SurfaceLabel, "key"> {
    return this.#labels.find((label) => label.key === key) ?? UNKNOWN_LABEL;
  }

  #makePainter(): Painter {
    const places = new Map(this.#labels.map(({ key }, index) => [key, index]));
    const names = paintNames(this.#prefix);
    const labelIndex = (key: string): number => places.get(key) ?? this.#labels.length;
    switch (this.#kind) {
      case "highlights":
        return new HighlightPainter(this.#rows, names, labelIndex);
      case "segments":
        return new SegmentPainter(this.#rows, names, labelIndex, (key) => this.#labelOf(key).name);
    }
  }

  #restyle(): void {
    const target = this.#kind === "segments" ? "segments" : this.#highlightTarget;
    this.#styles.replace(highlightStyles(this.#prefix, this.#labels, target, this.#styled));
  }

  /** Sees to it that there are rules for all that is to be drawn. */
  #styleFor(annotations: readonly SurfaceAnnotation[]): void {
    if (this.#styled === "everything") return;
    const isKnown = (key: string): boolean => this.#labels.some((label) => label.key === key);
    if (annotations.every(({ state, label }) => isFilled(state) && isKnown(label))) return;
    this.#styled = "everything";
    this.#restyle();
  }

  #paintAllForPrint(): void {
    const { signal } = this.#listening;
    const rows = (): readonly number[] =>
      [...Array(this.#rows.count).keys()].filter((row) => !this.#near?.has(row));
    const show = (): void => rows().forEach((row) => this.#painting.paint(row));
    const hide = (): void => rows().forEach((row) => this.#painting.erase(row));
    window.addEventListener("beforeprint", show, { signal });
    window.addEventListener("afterprint", hide, { signal });
  }
}

function usable(kind: PainterKind): PainterKind {
  return kind === "highlights" && !HighlightPainter.isSupported() ? "segments" : kind;
}

/** The height changes at every row that is laid out, and changes nothing here. */
function onWidthChange(host: HTMLElement, act: () => void): ResizeObserver {
  let width: number | null = null;
  const observer = new ResizeObserver(([entry]) => {
    const before = width;
    width = entry?.contentRect.width ?? null;
    if (before !== null && before !== width) act();
  });
  observer.observe(host);
  return observer;
}

/** A name for the page's highlights that no other surface on it has. */
function freePrefix(document: Document): string {
  let number = 0;
  while (document.querySelector(`[data-surface="article-${number}"]`) !== null) number++;
  return `article-${number}`;
}
