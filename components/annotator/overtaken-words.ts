import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Overtaken } from "@/lib/core/annotation/overtaken";
import type { AnnotationId, RelationId } from "@/lib/core/ids";
import { groupBy } from "@/lib/core/group-by";
import { labelOf, type Schema } from "@/lib/core/schema/schema";
import { shortQuote } from "@/lib/client/session/describe-act";
import { attributeName, fieldValue } from "./record-words";

/** Everything that was replaced of one annotation or link, and how it is told. */
export interface OvertakenSubject {
  readonly id: AnnotationId | RelationId;
  readonly overtaken: readonly Overtaken[];
  /** What they did: `changed “car ban” from Claim to Stance`. */
  readonly what: string;
  readonly by: Overtaken["by"];
  readonly at: string;
  /** What is left to choose. */
  readonly choice: { readonly keep: string; readonly reclaim: string };
}

/** The newest first. */
export function overtakenSubjects(
  overtaken: readonly Overtaken[],
  set: AnnotationSet,
  schema: Schema,
): readonly OvertakenSubject[] {
  return [...groupBy(overtaken, ({ id }) => id).values()]
    .flatMap((all): readonly OvertakenSubject[] => {
      const latest = all.toSorted((a, b) => b.seq - a.seq)[0];
      if (latest === undefined) return [];
      // Whether it is there says more than what it was like.
      const told = all.find(({ field }) => field === "live") ?? latest;
      const more = told.field === "live" ? 0 : all.length - 1;
      const what =
        sentence(told, nameOf(told, set), schema) +
        (more === 0 ? "" : ` and ${more === 1 ? "one thing more" : `${more} things more`} about it`);
      return [{ id: told.id, overtaken: all, what, by: latest.by, at: latest.at, choice: choiceOf(told) }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function nameOf({ of, id }: Overtaken, set: AnnotationSet): string {
  if (of === "annotation") return quoteOf(set, id as AnnotationId);
  const relation = set.relations.get(id as RelationId);
  return relation === undefined
    ? "a link"
    : `the link from ${quoteOf(set, relation.from)} to ${quoteOf(set, relation.to)}`;
}

function quoteOf(set: AnnotationSet, id: AnnotationId): string {
  return shortQuote(set.annotations.get(id)?.quote ?? "");
}

function sentence({ field, mine, theirs }: Overtaken, name: string, schema: Schema): string {
  switch (field) {
    case "live":
      return theirs === true ? `brought ${name} back` : `deleted ${name}`;
    case "label":
      return `changed ${name} from ${labelName(mine, schema)} to ${labelName(theirs, schema)}`;
    case "span":
      return `changed where ${name} begins or ends`;
    case "note":
      return theirs === null ? `removed your note on ${name}` : `changed your note on ${name}`;
    default:
      return `changed ${attributeName(field, schema)} of ${name} from ${fieldValue(mine)} to ${fieldValue(theirs)}`;
  }
}

function labelName(value: unknown, schema: Schema): string {
  return labelOf(schema, String(value))?.name ?? String(value);
}

function choiceOf({ field, theirs }: Overtaken): OvertakenSubject["choice"] {
  if (field !== "live") return { keep: "Keep theirs", reclaim: "Use yours" };
  return theirs === true
    ? { keep: "Leave it", reclaim: "Delete it again" }
    : { keep: "Leave it deleted", reclaim: "Restore it" };
}
