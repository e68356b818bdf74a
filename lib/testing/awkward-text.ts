import fc from "fast-check";

const PIECES = [
  "The minister",
  " warned ",
  "“unacceptable”",
  " ",
  "  ",
  "\t",
  "don’t",
  "it's",
  "cost‑of‑living",
  "$5bn",
  "(BBC)",
  ", ",
  ". ",
  "—",
  "U.S. ",
  "e\u0301",
  "a\u0308\u0323",
  "n\u0303o",
  "\u0301",
  "\u200d",
  "\u00a0",
  "\u00ad",
  "\ufeff",
  "👨‍👩‍👧‍👦",
  "👍🏽",
  "🇪🇨🇻🇪",
  "❤️",
  "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "𝒳𝓎",
  "𐍈",
  "😀",
  "שלום עולם",
  "مرحبا بالعالم",
  "\u202bאבג\u202c",
  "\u200f",
  "中国政府警告",
  "日本語のテキスト。",
  "한국어",
  "ก็ไม่รู้",
  "x".repeat(40),
] as const;
const TERMINATORS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\n\n", "\r\n\r\n", "\n\r"] as const;

/** Well-formed texts of the kinds that break offsets: every line end, emoji families, marks, both directions, CJK. */
export const awkwardText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.constantFrom(...TERMINATORS) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replaceAll("\0", "")),
      },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

/** Two different places in a text of `length`, the smaller first; needs `length` of 1 at least. */
export function placesIn(length: number): fc.Arbitrary<readonly [number, number]> {
  return fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
}
