import type { Span } from "@/lib/core/span/span";
import type { DocumentText } from "@/lib/core/text/document-text";
import { findText, MOST_FOUND, type FindOptions } from "@/lib/core/text/find-text";
import type { CodePoint } from "@/lib/core/text/offsets";
import type { Direction } from "@/lib/core/text/token-moves";
import type { ArticleSurface } from "../dom/surface";

export interface FinderState {
  readonly isOpen: boolean;
  readonly query: string;
  readonly options: FindOptions;
  /** Where the text says the query, in order; empty while the finder is closed. */
  readonly found: readonly Span[];
  /** Which of them the person looks at; null where nothing is found. */
  readonly current: number | null;
  /** How often it was asked for: each time its field wants the keyboard. */
  readonly opened: number;
}

export const CLOSED: FinderState = {
  isOpen: false,
  query: "",
  options: { matchCase: false, wholeWords: false },
  found: [],
  current: null,
  opened: 0,
};

/** Looks words up in the text, and goes from one place to the next. */
export class Finder {
  readonly #text: DocumentText;
  readonly #say: (text: string) => void;
  readonly #listeners = new Set<() => void>();
  /** Where the person looked last, when it was closed. */
  #left: CodePoint | null = null;
  #surface: Pick<ArticleSurface, "reveal" | "readingPosition"> | null = null;
  #state = CLOSED;

  constructor(text: DocumentText, say: (text: string) => void) {
    this.#text = text;
    this.#say = say;
  }

  get state(): FinderState {
    return this.#state;
  }

  /** The place that the person looks at. */
  get place(): Span | null {
    const { found, current } = this.#state;
    return (current === null ? undefined : found[current]) ?? null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  attach(surface: Pick<ArticleSurface, "reveal" | "readingPosition"> | null): void {
    this.#surface = surface;
  }

  /** With the words that are selected, if some are, else with those looked for last; from `here` on. */
  open(selected: Span | null, here: CodePoint | null = null): void {
    const words = selected === null ? "" : this.#text.slice(selected.start, selected.end).trim();
    const isQuery = words !== "" && words.length <= LONGEST && !/[\n\r]/.test(words);
    this.#enter({ ...this.#state, isOpen: true, opened: this.#state.opened + 1 });
    this.search(isQuery ? words : this.#state.query, this.#state.options, here);
  }

  close(): void {
    this.#left = this.place?.start ?? null;
    this.#enter({ ...this.#state, isOpen: false, found: [], current: null });
  }

  /** Looks for `query` and goes to the first place from `from`, or from where one reads, on. */
  search(query: string, options = this.#state.options, from: CodePoint | null = null): void {
    const found = findText(this.#text, query, options);
    const here = from ?? this.place?.start ?? this.#surface?.readingPosition() ?? 0;
    const ahead = found.findIndex(({ start }) => start >= here);
    const current = found.length === 0 ? null : Math.max(0, ahead);
    this.#enter({ ...this.#state, query, options, found, current });
    this.#show();
  }

  step(direction: Direction): void {
    if (!this.#state.isOpen) {
      const left = this.#left;
      this.open(null, left);
      // It stands where it was left, and the step leads on from there.
      if (left === null || this.place?.start !== left) return;
    }
    const { found, current } = this.#state;
    if (current === null) return;
    const next = (current + (direction === "forward" ? 1 : found.length - 1)) % found.length;
    this.#enter({ ...this.#state, current: next });
    this.#show();
  }

  #show(): void {
    const { place } = this;
    if (place !== null) this.#surface?.reveal(place.start);
    this.#say(foundWords(this.#state));
  }

  #enter(state: FinderState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** How many places there are, and which one is looked at. */
export function foundWords({ query, found, current }: FinderState): string {
  if (query.trim() === "") return "";
  if (current === null) return "Not found";
  const total = found.length.toLocaleString("en-GB");
  return `${(current + 1).toLocaleString("en-GB")} of ${total}${found.length === MOST_FOUND ? "+" : ""}`;
}

const LONGEST = 200;
