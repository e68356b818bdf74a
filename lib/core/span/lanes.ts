import { at } from "../at";
import { compare, type Span } from "./span";

export type Lane = 0 | 1 | 2 | 3;

/** As many underlines as fit between two lines of text, the one next to the text first. */
export const LANES: readonly Lane[] = [0, 1, 2, 3];
const DEEPEST: Lane = 3;

export interface Placed<T> {
  readonly item: T;
  readonly lane: Lane;
  /** False where no lane was free: the item lies in the deepest one, upon another. */
  readonly isAlone: boolean;
  /** How many items lie upon this one for want of a lane. */
  readonly deeper: number;
}

/**
 * Gives each item of one paragraph a lane such that items in one lane share no character: in text order, the longer
 * first, each takes the lowest free lane. When all are taken, the item shares the deepest one and is counted at the
 * item it lies upon. Items that touch and `wouldJoin` (drawn alike, they would look like one) avoid one lane where
 * another is free. Returns them in text order.
 */
export function layOutLanes<T extends Span>(
  items: readonly T[],
  wouldJoin: (a: T, b: T) => boolean = () => false,
): readonly Placed<T>[] {
  const last: (number | undefined)[] = LANES.map(() => undefined);
  const placed: { item: T; lane: Lane; isAlone: boolean; deeper: number }[] = [];
  for (const item of [...items].sort(compare)) {
    const before = (lane: Lane): T | undefined => {
      const index = last[lane];
      return index === undefined ? undefined : at(placed, index).item;
    };
    const isFree = (lane: Lane): boolean => (before(lane)?.end ?? 0) <= item.start;
    const isApart = (lane: Lane): boolean => {
      const neighbour = before(lane);
      return neighbour?.end !== item.start || !wouldJoin(neighbour, item);
    };
    const free = LANES.filter(isFree);
    const lane = free.find(isApart) ?? free[0];
    if (lane === undefined) {
      const covered = last[DEEPEST];
      if (covered !== undefined) at(placed, covered).deeper++;
      placed.push({ item, lane: DEEPEST, isAlone: false, deeper: 0 });
    } else {
      last[lane] = placed.length;
      placed.push({ item, lane, isAlone: true, deeper: 0 });
    }
  }
  return placed;
}
