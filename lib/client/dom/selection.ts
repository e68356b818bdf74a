import { equal, type Span } from "@/lib/core/span/span";
import type { Segments } from "@/lib/core/text/segments";
import { snapToGraphemes, snapToWords } from "@/lib/core/text/snap";
import { unitAt } from "@/lib/core/text/token-moves";
import { domPointOf, offsetOf } from "./dom-point";
import type { HitTest } from "./hit-test";
import type { Rows } from "./rows";
import type { SelectionMeans } from "./surface";

export interface SelectionListener {
  readonly onSelect: (span: Span | null, means: SelectionMeans) => void;
}

/** How long a selection by touch or keyboard must rest: those devices do not say when they are done. */
const REST_MS = 100;
/** A mouse that moved less than this was not dragging. */
const DRAG_DISTANCE = 3;

/**
 * Reads the native selection as a span. With a mouse at mouse-up; by touch, a caret of the browser's or a screen
 * reader, when the selection has rested. Snaps to words, with Alt to characters; a triple click takes the sentence,
 * a fourth the paragraph.
 */
export class NativeSelection {
  readonly #rows: Rows;
  readonly #segments: Segments;
  readonly #hitTest: HitTest;
  readonly #listener: SelectionListener;
  readonly #listening = new AbortController();
  #span: Span | null = null;
  /** What was selected natively when `#span` was settled, which may be more or less than that. */
  #settled: Span | null = null;
  #pressed: { readonly x: number; readonly y: number } | null = null;
  #means: SelectionMeans = "keyboard";
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(rows: Rows, segments: Segments, hitTest: HitTest, listener: SelectionListener) {
    this.#rows = rows;
    this.#segments = segments;
    this.#hitTest = hitTest;
    this.#listener = listener;
    const { signal } = this.#listening;
    const { ownerDocument } = rows.host;
    rows.host.addEventListener("mousedown", this.#onMouseDown, { signal });
    rows.host.addEventListener("copy", this.#onCopy, { signal });
    rows.host.addEventListener("touchstart", () => this.#say("touch"), { signal, passive: true });
    ownerDocument.addEventListener("keydown", () => this.#say("keyboard"), { signal, capture: true });
    ownerDocument.addEventListener("mouseup", this.#onMouseUp, { signal });
    ownerDocument.addEventListener("selectionchange", this.#onChange, { signal });
  }

  get span(): Span | null {
    return this.#span;
  }

  /** Selects natively and reports nothing. */
  set(span: Span | null): void {
    this.#span = span;
    this.#settled = span;
    const selection = this.#native();
    if (span === null) {
      if (selection !== null && this.#isOurs(selection)) selection.removeAllRanges();
      return;
    }
    const start = domPointOf(this.#rows, span.start, "start");
    const end = domPointOf(this.#rows, span.end, "end");
    selection?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }

  destroy(): void {
    this.#listening.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  readonly #onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    this.#pressed = { x: event.clientX, y: event.clientY };
    this.#say("mouse");
    // Or a drag that begins inside the selection would drag its text about, and select nothing.
    if (event.detail === 1 && !event.shiftKey) this.#native()?.removeAllRanges();
  };

  readonly #onMouseUp = (event: MouseEvent): void => {
    const pressed = this.#pressed;
    if (pressed === null || event.button !== 0) return;
    this.#pressed = null;
    const hasMoved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= DRAG_DISTANCE;
    const { detail } = event;
    // A hand that trembles in a click may select a character; a click must stay one.
    if (!hasMoved && !event.shiftKey && detail < 2) this.#native()?.removeAllRanges();
    const selected = this.#read();
    this.#settled = selected;
    if (selected === null) {
      this.#report(null);
      return;
    }
    const meant = detail < 3 ? this.#snap(selected, event.altKey) : this.#wholeAt(event, selected);
    this.#report(meant);
    if (meant !== null && this.#span === meant && this.#read() !== null) this.set(meant);
  };

  readonly #onChange = (): void => {
    if (this.#pressed === null) this.#rest();
  };

  /** What is copied is the article's text as stored: with its line ends, without chips. */
  readonly #onCopy = (event: ClipboardEvent): void => {
    const selected = this.#read();
    if (selected === null || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", this.#segments.text.slice(selected.start, selected.end));
    event.preventDefault();
  };

  #say(means: SelectionMeans): void {
    this.#means = means;
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#pressed !== null) return;
      const selection = this.#native();
      // A field elsewhere that takes the focus takes the page's selection along; that gives up nothing.
      if (selection !== null && !this.#isOurs(selection) && selection.rangeCount > 0) return;
      const selected = this.#read();
      if (selected !== null && this.#settled !== null && equal(selected, this.#settled)) return;
      this.#settled = selected;
      this.#report(selected && this.#snap(selected, false));
    }, REST_MS);
  }

  #report(span: Span | null): void {
    if (span === this.#span || (span !== null && this.#span !== null && equal(span, this.#span))) return;
    this.#span = span;
    this.#listener.onSelect(span, this.#means);
  }

  #native(): Selection | null {
    return this.#rows.host.ownerDocument.getSelection();
  }

  #isOurs({ anchorNode, focusNode }: Selection): boolean {
    const { host } = this.#rows;
    return host.contains(anchorNode) || host.contains(focusNode);
  }

  /** What is selected natively, as it is. */
  #read(): Span | null {
    const selection = this.#native();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0 || !this.#isOurs(selection))
      return null;
    const range = selection.getRangeAt(0);
    const start = offsetOf(this.#rows, { node: range.startContainer, offset: range.startOffset }, "start");
    const end = offsetOf(this.#rows, { node: range.endContainer, offset: range.endOffset }, "end");
    return start < end ? { start, end } : null;
  }

  #snap(selected: Span, isExact: boolean): Span | null {
    return isExact ? snapToGraphemes(this.#segments, selected) : snapToWords(this.#segments, selected);
  }

  /** The sentence of a third click, the paragraph of a fourth. The browser has selected the whole paragraph. */
  #wholeAt({ detail, clientX, clientY }: MouseEvent, selected: Span): Span | null {
    const offset = this.#hitTest.at(clientX, clientY)?.offset ?? selected.start;
    const whole = unitAt(this.#segments, detail === 3 ? "sentence" : "paragraph", offset);
    return whole.start < whole.end ? snapToWords(this.#segments, whole) : null;
  }
}
