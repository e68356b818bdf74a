import type { AnnotationId, RelationId, UserId } from "../ids";
import type { Change } from "./change";
import type { LogEntry } from "./draft";

/** A value of one person's that somebody else has replaced since. */
export interface Overtaken {
  readonly of: "annotation" | "relation";
  readonly id: AnnotationId | RelationId;
  /** As in `Change`: `span`, `label`, `note`, `live`, `attributes.<key>`. */
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Where theirs stands in the log, and what it was done by and when. */
  readonly seq: number;
  readonly by: UserId | null;
  readonly at: string;
}

export interface Overtaking {
  readonly userId: UserId;
  /** Whether the person set what stands at this place of the log, lately enough to want to know. */
  readonly isMine: (seq: number) => boolean;
}

/**
 * What of a person's own has been replaced by others, after `entries` of the log. The later value holds; this only
 * knows whom to tell. It is over when the person decides on the field anew, or when their value is back.
 */
export function overtake(
  known: readonly Overtaken[],
  entries: readonly (LogEntry & { readonly at: string })[],
  { userId, isMine }: Overtaking,
): readonly Overtaken[] {
  const overtaken = new Map(known.map((one) => [keyOf(one, one.field), one]));
  for (const { change, actorId, seq, at } of entries) {
    if (change === null || change.of === "state") continue;
    for (const [field, { before, after }] of Object.entries(change.fields)) {
      const key = keyOf(change, field);
      const old = overtaken.get(key);
      const theirs = after?.value ?? null;
      const mine = old === undefined ? (before?.value ?? null) : old.mine;
      const isNews = old !== undefined || (before !== null && isMine(before.seq));
      if (actorId === userId || isSame(mine, theirs)) overtaken.delete(key);
      else if (isNews)
        overtaken.set(key, { of: change.of, id: change.id, field, mine, theirs, seq, by: actorId, at });
    }
  }
  return [...overtaken.values()];
}

function keyOf({ of, id }: Pick<Exclude<Change, { of: "state" }>, "of" | "id">, field: string): string {
  return `${of} ${id} ${field}`;
}

/** Values are what JSON can say, and the same one is always built in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
