/** How much of a text can be searched, in UTF-16 code units. */
const SEARCHED_HEAD = 200_000;
/** Postgres takes 1,048,575 bytes of words per document; a code unit takes three at most. */
const MAX_WORD_BYTES = 1_000_000;

const DIACRITICS = /[\u0300-\u036f]/g;
const WORD = String.raw`[\p{L}\p{N}\p{M}]`;
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const HAS_UNSPACED = new RegExp(UNSPACED, "u");
const SPACED_WORDS = new RegExp(String.raw`${WORD}{1,64}|\p{Extended_Pictographic}`, "gu");
const ALL_WORDS = new RegExp(
  String.raw`(${UNSPACED}+)|(?:(?!${UNSPACED})${WORD}){1,64}|\p{Extended_Pictographic}`,
  "gu",
);

/** One condition of a search: a word of the document is `word`, or begins with it. */
export interface SearchTerm {
  readonly word: string;
  readonly prefix: boolean;
}

/** What a document says of itself, each part of which it is found by. */
export interface Searchable {
  readonly title: string;
  readonly externalId: string | null;
  readonly source: string | null;
  readonly text: string;
}

/** The words by which a document is found. */
export function wordsOfDocument({ title, externalId, source, text }: Searchable): readonly string[] {
  return searchWords([title, externalId, source, text].filter((part) => part !== null).join(" "));
}

/**
 * The words by which a text is found, each once: letters, digits and emoji only, folded as to case, width and the
 * diacritics of Latin, Greek and Cyrillic. Scripts without spaces are found by every two neighbouring characters.
 * Together they take less than 1,000,000 bytes of UTF-8, each less than 300.
 */
export function searchWords(text: string): readonly string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (const run of new Set(runsOf(text.slice(0, SEARCHED_HEAD)))) {
    for (const word of wordsOf(run, withLastCharacter)) {
      if (words.has(word)) continue;
      bytes += 3 * word.length;
      if (bytes > MAX_WORD_BYTES) return [...words];
      words.add(word);
    }
  }
  return [...words];
}

/** What a document must hold to be found by what somebody typed; the last word may be unfinished. Empty: nothing. */
export function searchTerms(typed: string): readonly SearchTerm[] {
  const words = runsOf(typed).flatMap((run) => wordsOf(run, pairsOf));
  return words.map((word, index) => ({ word, prefix: index === words.length - 1 || isSingleUnspaced(word) }));
}

/** No word, in whatever script, holds an ASCII character that is not one of these. */
const RUN = /[a-z0-9\u0080-\uffff]+/g;
const ASCII_WORD = /^[a-z0-9]{1,64}$/;

/** What stands between blanks and signs, folded. A run may hold several words, or none. */
function runsOf(text: string): readonly string[] {
  const folded = text.normalize("NFKD").replace(DIACRITICS, "").toLowerCase();
  return folded.match(RUN) ?? [];
}

/** Most words are plain; asking for Unicode properties of each character would take thrice as long. */
function wordsOf(run: string, unspaced: (run: string) => readonly string[]): readonly string[] {
  if (ASCII_WORD.test(run)) return [run];
  if (!HAS_UNSPACED.test(run)) return run.match(SPACED_WORDS) ?? [];
  return [...run.matchAll(ALL_WORDS)].flatMap(([word, unspacedRun]) =>
    unspacedRun === undefined ? [word] : unspaced(unspacedRun),
  );
}

/** A run of one character stands for itself. */
function pairsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

/** So that a search for one character finds it at the end of a run too, where no pair begins with it. */
function withLastCharacter(run: string): readonly string[] {
  return [...pairsOf(run), Array.from(run).at(-1) ?? run];
}

function isSingleUnspaced(word: string): boolean {
  return Array.from(word).length === 1 && HAS_UNSPACED.test(word);
}
