import type { PaletteColor } from "@/lib/core/schema/schema";

const COLORS = [
  "rose",
  "blue",
  "green",
  "violet",
  "orange",
  "sky",
  "teal",
  "indigo",
  "pink",
] as const satisfies readonly PaletteColor[];

/** The colour of a person wherever they are shown: the same name always has the same. Their initials stand with it. */
export function personColor(name: string): PaletteColor {
  return COLORS[checksum(name) % COLORS.length] ?? "slate";
}

function checksum(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum;
}
