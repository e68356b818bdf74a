import type { Span } from "../span/span";
import type { DocumentText } from "./document-text";
import { utf16 } from "./offsets";

export interface FindOptions {
  /** Whether capitals count. */
  readonly matchCase: boolean;
  /** Whether what is found must begin and end where words do. */
  readonly wholeWords: boolean;
}

/** Finding more than so many places helps nobody, and all of them are marked. */
export const MOST_FOUND = 10_000;

/**
 * Where the text says `query`, in order, without overlaps; at most `MOST_FOUND` places. Blanks stand for any blanks,
 * line ends among them, and straight quotation marks for all kinds. A letter is not found without its accents.
 */
export function findText(text: DocumentText, query: string, options: FindOptions): readonly Span[] {
  const pattern = patternOf(query, options);
  if (pattern === null) return [];
  const found: Span[] = [];
  for (const { index, 0: match } of text.string.matchAll(pattern)) {
    found.push({
      start: text.toCodePoint(utf16(index)),
      end: text.toCodePoint(utf16(index + match.length)),
    });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

function patternOf(query: string, { matchCase, wholeWords }: FindOptions): RegExp | null {
  const words = query.trim();
  if (words === "") return null;
  const source = words.replaceAll(SPECIAL, escaped);
  const before = wholeWords && !UNSPACED_FIRST.test(words) ? `(?<!${WORD})` : "";
  const after = wholeWords && !UNSPACED_LAST.test(words) ? `(?!${WORD})` : "";
  return new RegExp(String.raw`${before}${source}(?!\p{M})${after}`, matchCase ? "gu" : "giu");
}

function escaped(found: string): string {
  if (/^\s/.test(found)) return String.raw`\s+`;
  if (found === "'") return "['‘’‚‛]";
  if (found === '"') return '["“”„‟«»]';
  return `\\${found}`;
}

const SPECIAL = /\s+|['"]|[\\^$.*+?()[\]{}|/]/g;

/** Scripts without blanks between words have no borders that one could see. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const WORD = String.raw`(?!${UNSPACED})[\p{L}\p{N}\p{M}]`;
const UNSPACED_FIRST = new RegExp(`^${UNSPACED}`, "u");
const UNSPACED_LAST = new RegExp(`${UNSPACED}$`, "u");
