import type { Span } from "@/lib/core/span/span";
import type { CodePoint } from "@/lib/core/text/offsets";
import type { DocumentText } from "@/lib/core/text/document-text";
import type { Direction, MoveUnit } from "@/lib/core/text/token-moves";

/**
 * How an annotation stands. `saved`, `pending` (not yet acknowledged) and `refused` are one's own and are filled;
 * `other` (somebody else's) and `suggested` (a machine's) are lines without a fill.
 */
export type AnnotationState = "saved" | "pending" | "refused" | "other" | "suggested";

export interface SurfaceAnnotation extends Span {
  readonly id: string;
  readonly label: string;
  readonly state: AnnotationState;
}

export type LineStyle = "solid" | "dotted" | "dashed" | "double" | "wavy";

/** A label as the surface draws it. Colours are CSS values, `var(…)` included. */
export interface SurfaceLabel {
  readonly key: string;
  /** What its chips say. */
  readonly name: string;
  /** Behind the text. */
  readonly fill: string;
  /** Behind the text of a selected or hovered span. */
  readonly strong: string;
  /** Underlines and chips. */
  readonly line: string;
  readonly style: LineStyle;
}

/**
 * `highlights` paints without touching the text's nodes (CSS Custom Highlights). `segments` wraps the text in
 * `<mark>` with spoken starts and ends: the screen-reader view, and what browsers without highlights get.
 */
export type PainterKind = "highlights" | "segments";

/** Which label names stand above the text: all that find room, those of the hovered and the selected span, none. */
export type ChipsShown = "all" | "focus" | "none";

/** What a selection was made with. */
export type SelectionMeans = "mouse" | "touch" | "keyboard";

export interface SurfaceCallbacks {
  /**
   * The person selected text (snapped to words; to characters with Alt), or gave the selection up (null). A mouse
   * reports at mouse-up, touch and keyboard when the selection has rested for 100 ms. Never twice the same.
   */
  readonly onSelect?: (span: Span | null, means: SelectionMeans) => void;
  /**
   * The person clicked or tapped annotations. The first is the one meant: the innermost, or the one whose underline
   * or chip was hit, or, clicking again in one place, the next outward. All others there follow, smallest first.
   * Empty: a click on bare text.
   */
  readonly onHit?: (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;
  /** The annotation under the pointer, when it changes. */
  readonly onHover?: (id: string | null) => void;
  /** The token cursor moved, or was taken away. */
  readonly onCaret?: (span: Span | null) => void;
}

export interface SurfaceOptions extends SurfaceCallbacks {
  readonly text: DocumentText;
  /** The document's language, for words and sentences (BCP 47). */
  readonly locale: string;
  readonly labels: readonly SurfaceLabel[];
  /** What scrolls the article; by default the nearest ancestor that scrolls, else the page. */
  readonly scroller?: Element;
  /** `highlights` where the browser has them. */
  readonly painter?: PainterKind;
  /** `all`. */
  readonly chips?: ChipsShown;
  /** Needed only where constructable style sheets are missing and the page's policy asks for a nonce. */
  readonly nonce?: string;
}

export interface SurfaceChange {
  readonly added?: readonly SurfaceAnnotation[];
  readonly removed?: readonly string[];
  readonly changed?: readonly SurfaceAnnotation[];
}

export type CaretUnit = MoveUnit | "line";

/** The token cursor: the word (or longer stretch) that keyboard commands act on. */
export interface CaretControl {
  readonly span: Span | null;
  /** Puts the cursor on `span`, scrolls there, and shows it; null takes it away. */
  place(span: Span | null): void;
  /**
   * Moves by one unit; `extend` keeps the other end where it is. Without a cursor, the first move puts it on the
   * first word in view. By sentence and paragraph it goes to the first word of it. Null where the text has no word.
   */
  move(unit: CaretUnit, direction: Direction, extend?: boolean): Span | null;
}

/**
 * The article in the page: its text in rows, annotations painted on it, and what the person does with them. It holds
 * no truth: annotations come in as values, intentions go out by callback. Offsets are code points.
 */
export interface ArticleSurface {
  /** Replaces all annotations. */
  setAnnotations(annotations: readonly SurfaceAnnotation[]): void;
  /** Applies a change and repaints the visible rows that it touches, before it returns. */
  change(change: SurfaceChange): void;
  /** Marks one annotation as selected, and no other. It need not exist yet. */
  select(id: string | null): void;
  /** Marks one annotation as hovered, as when the pointer is on it in a list. */
  hover(id: string | null): void;
  /** Marks stretches of text, such as what a search found; `current` stands out among them. */
  setMatches(matches: readonly Span[], current?: Span | null): void;

  readonly caret: CaretControl;
  /** The annotations that hold the character after `offset`, smallest first. */
  annotationsAt(offset: CodePoint): readonly SurfaceAnnotation[];
  /** The offset of the character under a point of the viewport; null where there is no text. */
  offsetAt(x: number, y: number): CodePoint | null;
  /** What is selected natively, as `onSelect` last said. */
  readonly selection: Span | null;
  /** Selects text natively, without `onSelect`; null clears. */
  setSelection(span: Span | null): void;

  /** Scrolls an offset or an annotation into the middle, if it is not in view. Unknown ids are ignored. */
  reveal(target: CodePoint | string): void;
  /** The first offset in view: where a reader stands. */
  readingPosition(): CodePoint;
  /** The live Range of a span, to measure or to anchor something at. It never includes chips. */
  rangeOf(span: Span): Range;
  /** The rectangle of the annotation's first line, in the viewport; null for unknown ids. */
  rectOf(id: string): DOMRect | null;

  setLabels(labels: readonly SurfaceLabel[]): void;
  setPainter(kind: PainterKind): void;
  setChips(shown: ChipsShown): void;
  /** Takes back all that was added to the page, but for the text. */
  destroy(): void;
}
