/**
 * Characters that leave no mark and change how the rest is read: soft hyphen, zero-width space, direction marks and
 * overrides, word joiner, byte order mark. The joiners U+200C and U+200D are left alone: scripts and emoji need them.
 */
const INVISIBLE = /([\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF])/u;

export interface TextPart {
  readonly text: string;
  readonly isInvisible: boolean;
}

/** `text` cut into what shows by itself and single characters that do not. Joined, the parts give `text` again. */
export function splitInvisible(text: string): readonly TextPart[] {
  return text
    .split(INVISIBLE)
    .map((part, index) => ({ text: part, isInvisible: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
