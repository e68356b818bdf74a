import { chooseHit, type HitPlace } from "./choose-hit";
import type { HitTest } from "./hit-test";
import type { CodePoint } from "@/lib/core/text/offsets";

export interface PointerListener {
  readonly onHit: (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;
  readonly onHover: (id: string | null) => void;
  /** What holds the character after `offset`, smallest first, with the lane it is drawn in. */
  readonly candidatesAt: (offset: CodePoint) => readonly { readonly id: string; readonly lane: number }[];
  readonly selected: () => string | null;
}

/** Turns pointer moves and clicks on the article into annotations hovered and hit. One hit test a frame at most. */
export class Pointer {
  readonly #host: HTMLElement;
  readonly #hitTest: HitTest;
  readonly #listener: PointerListener;
  readonly #listening = new AbortController();
  #frame: number | null = null;
  #hovered: string | null = null;
  #lastClick: HitPlace | null = null;

  constructor(host: HTMLElement, hitTest: HitTest, listener: PointerListener) {
    this.#host = host;
    this.#hitTest = hitTest;
    this.#listener = listener;
    const { signal } = this.#listening;
    host.addEventListener("pointermove", this.#onMove, { signal, passive: true });
    host.addEventListener("pointerleave", () => this.#hover(null), { signal });
    host.addEventListener("click", this.#onClick, { signal });
  }

  destroy(): void {
    this.#listening.abort();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    const chip = chipOf(event.target);
    const { clientX: x, clientY: y } = event;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      this.#hover(chip ?? this.#idsAt({ x, y }, null)[0] ?? null);
    });
  };

  readonly #onClick = (event: MouseEvent): void => {
    const at = { x: event.clientX, y: event.clientY };
    const chip = chipOf(event.target);
    if (chip !== null) {
      this.#lastClick = null;
      this.#listener.onHit([chip], at);
      return;
    }
    // The second click of a double click selects a word; a drag that ends here was a selection.
    if (event.detail > 1 || this.#host.ownerDocument.getSelection()?.isCollapsed === false) return;
    const ids = this.#idsAt(at, this.#lastClick);
    this.#lastClick = { ...at, lane: null };
    this.#listener.onHit(ids, at);
  };

  #idsAt({ x, y }: { readonly x: number; readonly y: number }, before: HitPlace | null): readonly string[] {
    const hit = this.#hitTest.at(x, y);
    if (hit === null) return [];
    return chooseHit(
      this.#listener.candidatesAt(hit.offset),
      { x, y, lane: hit.lane },
      this.#listener.selected(),
      before,
    );
  }

  #hover(id: string | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#listener.onHover(id);
  }
}

function chipOf(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>("[data-chip]")?.dataset.chip ?? null)
    : null;
}
