/**
 * How many characters at either end of `quote` stand outside of what it says: blanks, sentence punctuation, and the
 * quotation marks and brackets around the whole. Marks and brackets around a part stay: `“unacceptable” move` keeps
 * both (guideline B2). All that is counted here is one code point and one UTF-16 code unit wide.
 */
export function outerPunctuation(quote: string): { readonly leading: number; readonly trailing: number } {
  let from = 0;
  let to = quote.length;
  for (;;) {
    while (from < to && isOuter(quote, from, to, from)) from++;
    while (from < to && isOuter(quote, from, to, to - 1)) to--;
    if (from === to) break;
    const mateOfFirst = mateAfter(quote, from, to);
    const mateOfLast = mateBefore(quote, from, to);
    const isWrapped = mateOfFirst === to - 1 && to - from > 1;
    if (isWrapped || (isPaired(quote, from) && mateOfFirst === null)) from++;
    else if (!(isPaired(quote, to - 1) && mateOfLast === null)) break;
    if (isWrapped || (to > from && isPaired(quote, to - 1) && mateOfLast === null)) to--;
  }
  return { leading: from, trailing: quote.length - to };
}

/** The number of blank characters at either end, terminators included. */
export function outerBlanks(quote: string): { readonly leading: number; readonly trailing: number } {
  let from = 0;
  let to = quote.length;
  while (from < to && BLANK.test(quote.charAt(from))) from++;
  while (from < to && BLANK.test(quote.charAt(to - 1))) to--;
  return { leading: from, trailing: quote.length - to };
}

/** Whether the full stop after `before` belongs to an abbreviation: U.S., e.g. */
export function endsAbbreviation(before: string): boolean {
  return ABBREVIATION.test(before);
}

// U+0085 ends a line but is no white space to a regular expression; U+200B shows nothing.
const BLANK = /[\s\u0085\u200b]/;
const PUNCTUATION = /\p{P}/u;
/** Punctuation that means something on its own: 5 %, #tag, @name, R&D, §5, and/or. */
const MEANINGFUL = /[%‰‱#@&§_*/\\]/;
const ABBREVIATION = /(?:^|[^\p{L}])\p{L}(?:\.\p{L})+$/u;
const LETTER = /[\p{L}\p{N}]/u;

const QUOTES = ['"“”„‟«»＂', "'‘’‚‛‹›"];
const BRACKETS = ["()", "[]", "{}", "（）", "［］", "｛｝", "「」", "『』", "【】", "《》", "〈〉"];
const FAMILIES = [...QUOTES, ...BRACKETS];
const SYMMETRIC = "\"'＂";

function isOuter(quote: string, from: number, to: number, index: number): boolean {
  const character = quote.charAt(index);
  if (BLANK.test(character)) return true;
  if (!PUNCTUATION.test(character) || MEANINGFUL.test(character) || isPaired(quote, index)) return false;
  return !(
    character === "." &&
    index === to - 1 &&
    endsAbbreviation(quote.slice(Math.max(from, to - 20), index))
  );
}

function isPaired(quote: string, index: number): boolean {
  return familyAt(quote, index) !== undefined;
}

/** The set of marks that can close what the mark at `index` opens; an apostrophe inside a word is no mark. */
function familyAt(quote: string, index: number): string | undefined {
  const character = quote.charAt(index);
  if (
    "'’".includes(character) &&
    LETTER.test(quote.charAt(index - 1)) &&
    LETTER.test(quote.charAt(index + 1))
  ) {
    return undefined;
  }
  return FAMILIES.find((family) => family.includes(character));
}

/** Where the mark at `from` is closed, reading forward; null where it is no mark or is not closed before `to`. */
function mateAfter(quote: string, from: number, to: number): number | null {
  return mate(quote, from, (index) => (index + 1 < to ? index + 1 : null));
}

/** Where the mark before `to` was opened, reading backward. */
function mateBefore(quote: string, from: number, to: number): number | null {
  return mate(quote, to - 1, (index) => (index > from ? index - 1 : null));
}

/**
 * Marks like this one open one level more, others of its family close one: so „A“ and »A« pair up as “A” does,
 * whichever way round a language uses them.
 */
function mate(quote: string, at: number, step: (index: number) => number | null): number | null {
  const family = familyAt(quote, at);
  if (family === undefined) return null;
  const own = quote.charAt(at);
  let open = 1;
  for (let index = step(at); index !== null; index = step(index)) {
    if (familyAt(quote, index) !== family) continue;
    open += quote.charAt(index) === own && !SYMMETRIC.includes(own) ? 1 : -1;
    if (open === 0) return index;
  }
  return null;
}
