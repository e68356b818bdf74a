/** More than nearly every paragraph that people write, and little enough for a browser to lay out at once. In UTF-16 code units. */
export const LONGEST_PIECE = 10_000;
/** How far before that a better place is looked for. */
const LOOK_BACK = 1_000;

const AFTER_SENTENCE = /(?:[.!?…]["'”’»)\]]*\s+|[。！？][”’」』）]*)(?=\S)/g;
const AFTER_BLANK = /\s(?=\S)/g;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Where a line that is too long to be one paragraph is cut, as offsets in it in UTF-16 code units, ascending: behind a
 * sentence if one ends near there, else behind a blank, else between two characters (graphemes). None in other lines.
 */
export function cutsIn(line: string): readonly number[] {
  const cuts: number[] = [];
  for (let from = 0; line.length - from > LONGEST_PIECE;) {
    from = cutBehind(line, from);
    if (from < line.length) cuts.push(from);
  }
  return cuts;
}

function cutBehind(line: string, from: number): number {
  const tailAt = from + LONGEST_PIECE - LOOK_BACK;
  const tail = line.slice(tailAt, from + LONGEST_PIECE);
  const cut = lastEnd(tail, AFTER_SENTENCE) ?? lastEnd(tail, AFTER_BLANK);
  if (cut !== null) return tailAt + cut;
  const piece = line.slice(from, from + LONGEST_PIECE + LOOK_BACK);
  const across = GRAPHEMES.segment(piece).containing(LONGEST_PIECE);
  if (across === undefined) throw new RangeError(`no character at ${LONGEST_PIECE} of ${piece.length}`);
  // A character of ten thousand code points stays whole as far as it can be seen.
  return from + (across.index > 0 ? across.index : across.segment.length);
}

/** The end of the last match; null where there is none. */
function lastEnd(text: string, pattern: RegExp): number | null {
  let end: number | null = null;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
