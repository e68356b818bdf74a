import type { DocumentText } from "./document-text";
import { codePoint, utf16, type CodePoint } from "./offsets";
import type { Paragraphs } from "./paragraphs";

export type Granularity = "grapheme" | "word" | "sentence";

/** A piece of a paragraph, in code points. */
export interface Segment {
  readonly start: CodePoint;
  readonly end: CodePoint;
  /** For words: whether it holds letters or digits, and is not punctuation or blank. */
  readonly isWordLike: boolean;
}

/**
 * The graphemes, words and sentences of a text by Unicode's rules. A paragraph is segmented when it is first asked
 * about, and only around the place asked for. No segment reaches over the end of a paragraph; a terminator is in none.
 */
export class Segments {
  readonly paragraphs: Paragraphs;
  readonly #locale: string;
  readonly #segmenters = new Map<Granularity, Intl.Segmenter>();
  readonly #segmented: Readonly<Record<Granularity, Map<number, Intl.Segments>>>;

  private constructor(paragraphs: Paragraphs, locale: string) {
    this.paragraphs = paragraphs;
    this.#locale = locale;
    this.#segmented = { grapheme: new Map(), word: new Map(), sentence: new Map() };
  }

  /** `locale` is the document's language (BCP 47); one that the runtime does not know counts as English. */
  static of(paragraphs: Paragraphs, locale: string): Segments {
    return new Segments(paragraphs, locale);
  }

  get text(): DocumentText {
    return this.paragraphs.text;
  }

  /**
   * The segment that holds the character after `offset`; null on a terminator and at the end of the text.
   * @throws RangeError beyond the end of the text.
   */
  at(granularity: Granularity, offset: CodePoint): Segment | null {
    const paragraph = this.paragraphs.paragraphAt(offset);
    if (offset >= this.paragraphs.end(paragraph)) return null;
    const base = this.text.toUtf16(this.paragraphs.start(paragraph));
    const local = this.text.toUtf16(offset) - base;
    const found = this.#in(granularity, paragraph).containing(local);
    if (found === undefined) throw new RangeError(`no ${granularity} at ${local} of paragraph ${paragraph}`);
    return {
      start: this.text.toCodePoint(utf16(base + found.index)),
      end: this.text.toCodePoint(utf16(base + found.index + found.segment.length)),
      isWordLike: found.isWordLike ?? true,
    };
  }

  /** The first segment that starts at `offset` or later, in this paragraph or a later one. */
  next(granularity: Granularity, offset: CodePoint): Segment | null {
    const here = this.at(granularity, offset);
    if (here?.start === offset) return here;
    if (here !== null && here.end < this.paragraphs.end(this.paragraphs.paragraphAt(offset))) {
      return this.at(granularity, here.end);
    }
    for (let index = this.paragraphs.paragraphAt(offset) + 1; index < this.paragraphs.count; index++) {
      const first = this.at(granularity, this.paragraphs.start(index));
      if (first !== null) return first;
    }
    return null;
  }

  /** The last segment that ends at `offset` or before, in this paragraph or an earlier one. */
  previous(granularity: Granularity, offset: CodePoint): Segment | null {
    let index = this.paragraphs.paragraphAt(offset);
    let limit = codePoint(Math.min(offset, this.paragraphs.end(index)));
    for (;;) {
      const start = this.paragraphs.start(index);
      const last = limit > start ? this.at(granularity, codePoint(limit - 1)) : null;
      if (last !== null && last.end <= limit) return last;
      if (last !== null && last.start > start) return this.at(granularity, codePoint(last.start - 1));
      if (index === 0) return null;
      index--;
      limit = this.paragraphs.end(index);
    }
  }

  #in(granularity: Granularity, paragraph: number): Intl.Segments {
    const known = this.#segmented[granularity].get(paragraph);
    if (known !== undefined) return known;
    const made = this.#segmenter(granularity).segment(this.paragraphs.textOf(paragraph));
    this.#segmented[granularity].set(paragraph, made);
    return made;
  }

  /** Made when first needed: the first one of a page takes longer than the text of an article does to appear. */
  #segmenter(granularity: Granularity): Intl.Segmenter {
    const known = this.#segmenters.get(granularity);
    if (known !== undefined) return known;
    const made = new Intl.Segmenter(knownLanguage(this.#locale), { granularity });
    this.#segmenters.set(granularity, made);
    return made;
  }
}

function knownLanguage(locale: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(locale)[0] ?? "en";
  } catch (error) {
    if (error instanceof RangeError) return "en";
    throw error;
  }
}
