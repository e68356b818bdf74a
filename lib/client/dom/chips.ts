import type { Placed } from "@/lib/core/span/lanes";
import { codePoint, type CodePoint } from "@/lib/core/text/offsets";
import type { Segments } from "@/lib/core/text/segments";
import { layOutChips, type ChipWish } from "./chip-layout";
import { rangeOf } from "./dom-point";
import { fontMetrics, type FontMetrics } from "./font-metrics";
import { ASIDE, type Rows } from "./rows";
import type { SurfaceAnnotation } from "./surface";

export interface ChipSource {
  /** What of the row wants a chip, in text order. Null where the row is not painted. */
  readonly chipsOf: (row: number) => readonly Placed<SurfaceAnnotation>[] | null;
  readonly nameOf: (label: string) => string;
  readonly lineOf: (label: string) => string;
}

interface Chip {
  readonly item: SurfaceAnnotation;
  readonly name: string;
  readonly text: string;
}

/** How long no row may have changed before chips are drawn: they need rectangles, and those force layout. */
const REST_MS = 60;
const HEIGHT = 12;
const PADDING = 4;

/**
 * The label names above the text: buttons in an overlay of the row, so scrolling moves nothing, and selecting all
 * copies none. Rows that leave the view keep theirs.
 */
export class Chips {
  readonly #rows: Rows;
  readonly #segments: Segments;
  readonly #source: ChipSource;
  readonly #overlays = new Map<number, HTMLElement>();
  readonly #waiting = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the last row changed. */
  #touchedAt = 0;
  #metrics: FontMetrics | null = null;

  constructor(rows: Rows, segments: Segments, source: ChipSource) {
    this.#rows = rows;
    this.#segments = segments;
    this.#source = source;
  }

  /** The row's chips are out of date. */
  touch(row: number): void {
    this.#waiting.add(row);
    this.#touchedAt = performance.now();
    if (this.#timer === null) this.#drawAfter(REST_MS);
  }

  /** All rows' chips are out of date, as when the column has another width. */
  touchAll(rows: Iterable<number>): void {
    this.#metrics = null;
    for (const row of rows) this.touch(row);
  }

  /** Removes a row's chips that no longer tell the truth and will be drawn when it comes near. */
  forget(row: number): void {
    this.#waiting.delete(row);
    this.#overlays.get(row)?.remove();
    this.#overlays.delete(row);
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#waiting.clear();
    for (const row of [...this.#overlays.keys()]) this.forget(row);
  }

  /** One timer however many rows change: in a fling a thousand do. */
  #drawAfter(wait: number): void {
    this.#timer = setTimeout(() => {
      const left = this.#touchedAt + REST_MS - performance.now();
      this.#timer = null;
      if (left > 1) this.#drawAfter(left);
      else this.#draw();
    }, wait);
  }

  /** All reads, then all writes: one layout however many rows. */
  #draw(): void {
    const rows = [...this.#waiting];
    this.#waiting.clear();
    const drawings = rows.flatMap((row) => {
      const placed = this.#source.chipsOf(row);
      return placed === null ? [] : [{ row, ...this.#measure(row, placed) }];
    });
    for (const { row, chips, wishes, width } of drawings) this.#write(row, chips, layOutChips(wishes, width));
  }

  #measure(row: number, placed: readonly Placed<SurfaceAnnotation>[]) {
    const start = this.#rows.table.paragraphs.start(row);
    const box = placed.length === 0 ? null : this.#rows.element(row).getBoundingClientRect();
    const chips: Chip[] = [];
    const wishes: ChipWish[] = [];
    for (const { item, isAlone, deeper } of placed) {
      if (!isAlone || item.start < start || box === null) continue;
      const rect = this.#rectOfFirst(item.start);
      if (rect === undefined) continue;
      const name = this.#source.nameOf(item.label);
      const text = deeper === 0 ? name : `${name} +${deeper}`;
      const { left, right, top } = rect;
      chips.push({ item, name, text });
      wishes.push({
        left: left - box.left,
        right: right - box.left,
        top: top - box.top - HEIGHT + 1,
        width: Math.ceil(this.#widthOf(text)) + 2 * PADDING,
        isRightToLeft: RIGHT_TO_LEFT.test(this.#characterAt(item.start)),
      });
    }
    return { chips, wishes, width: box?.width ?? 0 };
  }

  #write(row: number, chips: readonly Chip[], places: ReturnType<typeof layOutChips>): void {
    const { ownerDocument } = this.#rows.host;
    const buttons = chips.flatMap(({ item, text }, index) => {
      const place = places[index];
      if (place === null || place === undefined) return [];
      const button = ownerDocument.createElement("button");
      button.type = "button";
      button.tabIndex = -1;
      button.dataset.chip = item.id;
      button.dataset.state = item.state;
      button.textContent = text;
      button.style.left = `${place.x}px`;
      button.style.top = `${place.top}px`;
      // A line of 3:1 is too faint for words; with ink they reach 4.5:1.
      button.style.color = `color-mix(in oklab, ${this.#source.lineOf(item.label)} 60%, var(--ink, CanvasText))`;
      return [button];
    });
    if (buttons.length === 0) {
      this.forget(row);
      return;
    }
    const overlay = this.#overlays.get(row) ?? this.#makeOverlay(row);
    overlay.replaceChildren(...buttons);
  }

  #makeOverlay(row: number): HTMLElement {
    const overlay = this.#newOverlay();
    this.#overlays.set(row, overlay);
    this.#rows.element(row).append(overlay);
    return overlay;
  }

  #newOverlay(): HTMLElement {
    const overlay = this.#rows.host.ownerDocument.createElement("span");
    overlay.setAttribute(ASIDE, "kept");
    overlay.setAttribute("aria-hidden", "true");
    overlay.dir = "ltr";
    return overlay;
  }

  #rectOfFirst(start: CodePoint): DOMRect | undefined {
    const end = codePoint(Math.min(start + 1, this.#segments.text.length));
    const [rect] = rangeOf(this.#rows, { start, end }).getClientRects();
    return rect;
  }

  #characterAt(start: CodePoint): string {
    return this.#segments.text.slice(start, codePoint(Math.min(start + 1, this.#segments.text.length)));
  }

  /** By the font that the style sheet gives a chip, without laying one out. */
  #widthOf(text: string): number {
    if (this.#metrics === null) {
      const overlay = this.#newOverlay();
      const probe = overlay.appendChild(this.#rows.host.ownerDocument.createElement("button"));
      this.#rows.element(0).append(overlay);
      this.#metrics = fontMetrics(probe);
      overlay.remove();
    }
    return this.#metrics.widthOf(text);
  }
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
