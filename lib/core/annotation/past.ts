import type { Annotation, Relation } from "./annotation";
import type { AnnotationSet } from "./annotation-set";
import { replay } from "./apply";
import { withFields, type Change } from "./change";
import type { LogEntry } from "./draft";

interface Step {
  readonly seq: number;
  readonly change: Change | null;
}

/**
 * An annotation as it stood after operation `seq`, read off its own history from the beginning. Null before it was
 * made.
 */
export function annotationAfter(history: readonly Step[], seq: number): Annotation | null {
  let found: Annotation | null = null;
  for (const { seq: at, change } of history) {
    if (at > seq) break;
    if (change?.of !== "annotation") continue;
    const before: Annotation | null = change.created ?? found;
    if (before !== null) found = withFields(before, change.fields);
  }
  return found;
}

/** A set at any time of its life. */
export interface Past {
  /** How far it goes. */
  readonly last: number;
  /** The set after operation `seq`; 0 is before the first. */
  readonly at: (seq: number) => AnnotationSet;
}

const KEPT_EVERY = 200;

/**
 * The life of a set, from its whole log on `empty`. Sets on the way are kept, so that going to any time replays at
 * most two hundred operations.
 * @throws RangeError when the log has gaps.
 */
export function pastOf(empty: AnnotationSet, log: readonly LogEntry[]): Past {
  const kept: AnnotationSet[] = [empty];
  for (let from = 0; from + KEPT_EVERY <= log.length; from += KEPT_EVERY)
    kept.push(replay(kept.at(-1) ?? empty, log.slice(from, from + KEPT_EVERY)));
  return {
    last: log.length,
    at: (seq) => {
      const until = Math.max(0, Math.min(seq, log.length));
      const index = Math.floor(until / KEPT_EVERY);
      return replay(kept[index] ?? empty, log.slice(index * KEPT_EVERY, until));
    },
  };
}

/** What a change is about; null for a change of the whole set's state. */
export function subjectOf(
  change: Change | null,
  set: Pick<AnnotationSet, "relations">,
): Annotation["id"] | null {
  if (change === null || change.of === "state") return null;
  if (change.of === "annotation") return change.id;
  const relation: Relation | undefined = change.created ?? set.relations.get(change.id);
  return relation?.from ?? null;
}
