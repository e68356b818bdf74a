import type { RowTable } from "./row-table";

/** From so many characters on the browser skips rows out of view. Below it saves nothing and hides them from screen readers. */
const LONG_TEXT = 300_000;
/** The width of an average character of running text, in ems of a book face. */
const AVERAGE_CHARACTER = 0.46;

/**
 * Lets the browser skip the rows of a long text that are out of view (`content-visibility`), with a guess of how high
 * each will be, or the scrollbar would jump at every step. The column is measured before there are rows: whoever asks
 * for a width afterwards has all of them laid out, once, and the text takes a second to open.
 */
export class RowSkipping {
  readonly #host: HTMLElement;
  readonly #isLong: boolean;
  readonly #charactersPerLine: number;
  readonly #lineHeight: number;

  constructor(host: HTMLElement, table: RowTable) {
    this.#host = host;
    this.#isLong = table.paragraphs.text.length > LONG_TEXT;
    const style = getComputedStyle(host);
    const fontSize = parseFloat(style.fontSize);
    this.#lineHeight = parseFloat(style.lineHeight) || fontSize * 1.95;
    this.#charactersPerLine = this.#isLong
      ? Math.max(10, host.clientWidth / (fontSize * AVERAGE_CHARACTER))
      : 70;
  }

  /** Switches skipping on or off; off, all text is alive, as a screen reader wants it. Says whether rows are skipped. */
  set(isOn: boolean): boolean {
    if (isOn && this.#isLong) this.#host.dataset.long = "";
    else delete this.#host.dataset.long;
    return isOn && this.#isLong;
  }

  /** Tells the browser the height to reckon with for a row that it has not laid out yet. */
  reserve(row: HTMLElement, length: number): void {
    if (!this.#isLong) return;
    const lines = length === 0 ? 0.5 : Math.ceil(length / this.#charactersPerLine);
    row.style.setProperty("contain-intrinsic-block-size", `auto ${Math.round(lines * this.#lineHeight)}px`);
  }
}
