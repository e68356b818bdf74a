import type { SetId } from "../ids";
import type { Cursor } from "./cursor";

/** A set that the reader may see, and how far its log goes. */
export interface Head {
  readonly id: SetId;
  readonly seq: number;
}

/** The part of a log with `from < seq <= to`. */
export interface Stretch {
  readonly set: SetId;
  readonly from: number;
  readonly to: number;
}

/** What brings a reader up to date. */
export interface Steps {
  /** Sets that they have read and may not see any more. */
  readonly hidden: readonly SetId[];
  /** Sets that they may see and have not begun to read. */
  readonly unseen: readonly SetId[];
  readonly behind: readonly Stretch[];
}

/** Beyond this a reader is not led along the log, but starts anew. */
export const FURTHEST_BEHIND = 10_000;

/**
 * Why a reader cannot go on from `cursor`. `unknown_set`: it names a set that is not theirs to see, if it exists.
 * `too_old`: it is of another time line, lies in the future, or too far behind.
 */
export function cursorFault(
  cursor: Cursor,
  epoch: string,
  visible: readonly Head[],
): "unknown_set" | "too_old" | null {
  if (cursor.epoch !== epoch) return "too_old";
  const heads = new Map(visible.map(({ id, seq }) => [id, seq]));
  const distances = [...cursor.seqs].map(([set, seq]) => (heads.get(set) ?? Number.NaN) - seq);
  if (distances.some(Number.isNaN)) return "unknown_set";
  const total = distances.reduce((sum, distance) => sum + distance, 0);
  return total > FURTHEST_BEHIND || distances.some((distance) => distance < 0) ? "too_old" : null;
}

/** The way from where a reader stands to where the visible sets are. Heads that lie behind the reader count as reached. */
export function stepsOf(seqs: ReadonlyMap<SetId, number>, visible: readonly Head[]): Steps {
  const seen = new Set(visible.map(({ id }) => id));
  return {
    hidden: [...seqs.keys()].filter((set) => !seen.has(set)),
    unseen: visible.filter(({ id }) => !seqs.has(id)).map(({ id }) => id),
    behind: visible.flatMap(({ id, seq }) => {
      const from = seqs.get(id);
      return from === undefined || from >= seq ? [] : [{ set: id, from, to: seq }];
    }),
  };
}
