import type { DocumentText } from "../../text/document-text";
import { codePoint, type CodePoint } from "../../text/offsets";
import { Paragraphs } from "../../text/paragraphs";
import { Segments } from "../../text/segments";
import type { Span } from "../../span/span";
import type { TokenMode } from "./exporter";

/** A piece of text without blanks in it, and whether a sentence begins with it. */
export interface Token extends Span {
  readonly text: string;
  readonly beginsSentence: boolean;
}

/** What no reader of columns may meet within a cell: what JavaScript, Python and Java split lines or fields at. */
const WITHOUT_BLANKS = /[^\s\p{Cc}\ufeff]+/gu;

/** The tokens of a text by Unicode's rules for words: words, numbers, marks of punctuation, emoji. */
export function tokensOf(text: DocumentText, language: string | null): readonly Token[] {
  const segments = Segments.of(Paragraphs.of(text), language ?? "en");
  const tokens: Token[] = [];
  let sentenceEnd = 0;
  for (
    let word = segments.next("word", codePoint(0));
    word !== null;
    word = word.end < text.length ? segments.next("word", word.end) : null
  ) {
    for (const piece of piecesOf(text, word)) {
      const beginsSentence = tokens.length === 0 || piece.start >= sentenceEnd;
      if (beginsSentence) sentenceEnd = segments.at("sentence", piece.start)?.end ?? piece.end;
      tokens.push({ ...piece, beginsSentence });
    }
  }
  return tokens;
}

/** Words hold blanks only where a mark combines with one. */
function piecesOf(text: DocumentText, { start, end }: Span): readonly Omit<Token, "beginsSentence">[] {
  const word = text.slice(start, end);
  return [...word.matchAll(WITHOUT_BLANKS)].map(({ 0: found, index }) => {
    const from = codePoint(start + codePoints(word.slice(0, index)));
    return { start: from, end: codePoint(from + codePoints(found)), text: found };
  });
}

function codePoints(string: string): number {
  return [...string].length;
}

/** The tokens [first, last] of a span, and whether their borders are its own. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
  readonly isExact: boolean;
}

/** The tokens of a span: null where it has none, or where it would be moved and may not be. */
export function tokensOfSpan(
  tokens: readonly Token[],
  { start, end }: { readonly start: number; readonly end: number },
  mode: TokenMode,
): TokenRange | null {
  const isWithin = mode === "contract";
  const first = firstIndex(tokens, (token) => (isWithin ? token.start >= start : token.end > start));
  const last = firstIndex(tokens, (token) => (isWithin ? token.end > end : token.start >= end)) - 1;
  const [from, to] = [tokens[first], tokens[last]];
  if (from === undefined || to === undefined || first > last) return null;
  const isExact = from.start === start && to.end === end;
  return mode === "strict" && !isExact ? null : { first, last, isExact };
}

/** The first token for which `holds` is true, if it stays true from there on. */
function firstIndex(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const token = tokens[middle];
    if (token !== undefined && holds(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens, cut wherever a span begins or ends, so that every span without blanks at its ends has whole tokens. */
export function cutAtBorders(
  tokens: readonly Token[],
  spans: readonly { readonly start: number; readonly end: number }[],
  text: DocumentText,
): readonly Token[] {
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let next = 0;
  return tokens.flatMap((token) => {
    const cuts: CodePoint[] = [];
    for (; next < borders.length && (borders[next] ?? 0) < token.end; next++) {
      const border = borders[next] ?? 0;
      if (border > token.start) cuts.push(codePoint(border));
    }
    if (cuts.length === 0) return [token];
    const starts = [token.start, ...cuts];
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? token.end;
      return {
        start,
        end,
        text: text.slice(start, end),
        beginsSentence: token.beginsSentence && index === 0,
      };
    });
  });
}
