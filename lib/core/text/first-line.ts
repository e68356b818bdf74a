const TITLE_LENGTH = 80;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const FIRST_LINE = /[^\s\u0085][^\n\r\u2028\u2029\u0085]*/;

/** The title of an article that names none: its first line that is not blank, cut at 80 characters (graphemes). */
export function titleOf(text: string): string {
  const line = (FIRST_LINE.exec(text)?.[0] ?? "").trimEnd();
  // Most titles are short, and no character takes less than one code unit.
  if (line.length <= TITLE_LENGTH) return line;
  let title = "";
  let count = 0;
  for (const { segment } of GRAPHEMES.segment(line)) {
    if (count === TITLE_LENGTH) return title.trimEnd();
    title += segment;
    count++;
  }
  return title;
}
