import type { RowTable } from "./row-table";

/** From so many characters on the browser skips what is out of view for good. */
const LONG_TEXT = 300_000;
/** From so many on it skips it until the first frame is drawn. */
const MIDDLING_TEXT = 30_000;
/** What is skipped or laid out at once: some milliseconds' work, and more than a screen. */
const BLOCK = 6_000;
/** The width of an average character of running text, in ems of a book face. */
const AVERAGE_CHARACTER = 0.46;

/** Neighbouring rows in an element of their own. */
export interface Block {
  readonly element: HTMLElement;
  readonly first: number;
  readonly last: number;
}

/**
 * Lets the browser skip what is out of view (`content-visibility`), block by block: what it skips it neither styles
 * nor lays out, and it watches 200 blocks of a book where it would have to watch 3,000 rows at each frame. A long text
 * stays so; one of middling length is woken bit by bit while nothing else happens, for what is skipped is hidden from
 * screen readers. The column is measured while it is empty, or all of it would be laid out for that.
 */
export class RowSkipping {
  readonly #host: HTMLElement;
  readonly #table: RowTable;
  readonly #regime: Regime;
  readonly #charactersPerLine: number;
  readonly #asleep = new Set<HTMLElement>();
  #blocks: readonly Block[] = [];
  #isOn: boolean;
  #idle: number | null = null;

  constructor(host: HTMLElement, table: RowTable, isOn: boolean) {
    this.#host = host;
    this.#table = table;
    this.#isOn = isOn;
    this.#regime = regimeOf(table.paragraphs.text.length);
    const width = this.#regime === "none" ? 0 : host.clientWidth;
    this.#charactersPerLine =
      width === 0
        ? 70
        : Math.max(10, width / (parseFloat(getComputedStyle(host).fontSize) * AVERAGE_CHARACTER));
  }

  /** Whether what is out of view is skipped for as long as it is, and the browser says what. */
  get isLasting(): boolean {
    return this.#regime === "lasting" && this.#isOn;
  }

  /** Puts rows into blocks that can be skipped; null where nothing is. Those laid out already sleep only in a long text. */
  group(rows: readonly HTMLElement[], laidOut: number): readonly Block[] | null {
    if (this.#regime === "none") return null;
    this.#blocks = this.#extents().map(({ first, last, lines }) => {
      const element = this.#host.ownerDocument.createElement("div");
      element.append(...rows.slice(first, last + 1));
      element.style.setProperty("contain-intrinsic-block-size", `auto ${lines}lh`);
      if (this.#isOn && (this.#regime === "lasting" || first >= laidOut)) this.#sleep(element);
      return { element, first, last };
    });
    if (this.#regime === "at first") this.#wakeWhenIdle();
    return this.#blocks;
  }

  /** Switches skipping on or off; off, all text is alive, as a screen reader wants it. */
  set(isOn: boolean): void {
    this.#isOn = isOn;
    for (const { element } of this.#blocks) {
      if (!isOn) this.#wake(element);
      else if (this.#regime === "lasting") this.#sleep(element);
    }
  }

  /** Takes the rows out of their blocks. */
  destroy(): void {
    if (this.#idle !== null) cancelIdleCallback(this.#idle);
    for (const { element } of this.#blocks) element.replaceWith(...element.childNodes);
  }

  /** Which rows stand together, and how high they may be. */
  #extents(): readonly { readonly first: number; readonly last: number; readonly lines: number }[] {
    const extents: { first: number; last: number; lines: number }[] = [];
    let characters = BLOCK;
    for (let row = 0; row < this.#table.count; row++) {
      const length = this.#table.length(row);
      const lines = length === 0 ? 0.5 : Math.ceil(length / this.#charactersPerLine) + ROW_GAP;
      const block = extents.at(-1);
      if (block === undefined || characters >= BLOCK) {
        extents.push({ first: row, last: row, lines });
        characters = length;
      } else {
        block.last = row;
        block.lines += lines;
        characters += length;
      }
    }
    return extents;
  }

  #wakeWhenIdle(): void {
    this.#idle = requestIdleCallback(() => {
      this.#idle = null;
      const [next] = this.#asleep;
      if (next === undefined) return;
      this.#wake(next);
      this.#wakeWhenIdle();
    });
  }

  #sleep(block: HTMLElement): void {
    block.className = "asleep";
    this.#asleep.add(block);
  }

  #wake(block: HTMLElement): void {
    block.removeAttribute("class");
    this.#asleep.delete(block);
  }
}

/** The room between two rows, in lines. */
const ROW_GAP = 0.3;

type Regime = "none" | "at first" | "lasting";

/** Waking what is above the view moves it, in browsers that do not hold it still; those lay all out at once. */
function regimeOf(length: number): Regime {
  if (length > LONG_TEXT) return "lasting";
  const canWake = "requestIdleCallback" in window && CSS.supports("overflow-anchor", "auto");
  return length > MIDDLING_TEXT && canWake ? "at first" : "none";
}
