/** A chip that would like to stand above the first character of its span. Lengths are CSS pixels within the row. */
export interface ChipWish {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly isRightToLeft: boolean;
}

export interface ChipPlace {
  readonly x: number;
  readonly top: number;
}

/** A chip further than this from its span would be taken for its neighbour's. */
const MAX_SHIFT = 40;
const GAP = 2;

/**
 * Gives each chip a place above its line, or null where there is no room: chips never cover one another. They are
 * served from left to right, those that start together in the order given, standing side by side.
 */
export function layOutChips(wishes: readonly ChipWish[], rowWidth: number): readonly (ChipPlace | null)[] {
  const places: (ChipPlace | null)[] = wishes.map(() => null);
  const lineEnds: { readonly top: number; end: number }[] = [];
  const order = wishes
    .map((wish, index) => ({ wish, index, wanted: wantedLeft(wish, rowWidth) }))
    .sort((a, b) => a.wanted - b.wanted || a.index - b.index);
  for (const { wish, index, wanted } of order) {
    let line = lineEnds.find(({ top }) => Math.abs(top - wish.top) < 4);
    if (line === undefined) lineEnds.push((line = { top: wish.top, end: -GAP }));
    const x = Math.max(wanted, line.end + GAP);
    if (x - wanted > MAX_SHIFT || x + wish.width > rowWidth) continue;
    line.end = x + wish.width;
    places[index] = { x, top: line.top };
  }
  return places;
}

function wantedLeft(wish: ChipWish, rowWidth: number): number {
  const left = wish.isRightToLeft ? wish.right - wish.width : wish.left;
  return Math.max(0, Math.min(left, rowWidth - wish.width));
}
