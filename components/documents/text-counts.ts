export interface TextCounts {
  /** Code points, as everywhere. */
  readonly characters: number;
  readonly words: number;
  /** In UTF-8, as it is sent and stored. */
  readonly bytes: number;
}

export function textCounts(text: string): TextCounts {
  let characters = 0;
  let words = 0;
  let bytes = 0;
  let inWord = false;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    characters += 1;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    const isSpace = point <= 0x20 || SPACE.test(character);
    if (!isSpace && !inWord) words += 1;
    inWord = !isSpace;
  }
  return { characters, words, bytes };
}

const SPACE = /^\s$/u;
