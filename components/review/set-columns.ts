import type { ReviewedSetView } from "@/lib/contracts/review";
import type { SetColumn } from "./review-context";

const LETTERS = "ABCDEFGH";

/** The sets under the letters by which they are accepted. */
export function setColumns(sets: readonly ReviewedSetView[]): readonly SetColumn[] {
  return sets.map((set, place) => ({
    id: set.id,
    letter: LETTERS.charAt(place),
    name: nameOf(set),
    set,
  }));
}

function nameOf({ kind, annotator, owner }: ReviewedSetView): string {
  if (annotator !== null) return annotator.name;
  return kind === "imported" ? owner || "Imported" : "Shared set";
}
