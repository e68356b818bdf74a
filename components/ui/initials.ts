const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The first letters of the first and the last word; an emoji or a letter with its marks is one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0] ?? "");
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? "") : "";
  return (first + last).toLocaleUpperCase("en-GB") || "?";
}

function firstLetter(word: string): string {
  const [first] = graphemes.segment(word);
  return first?.segment ?? "";
}
