import type { Annotation } from "../annotation/annotation";
import { groupBy } from "../group-by";
import type { SetId } from "../ids";
import { own } from "../own";
import type { AttributeValue, AttributeValues } from "../schema/schema";
import type { CodePoint } from "../text/offsets";
import { setsWithout, type Alignment, type Cluster, type Member, type RelationCluster } from "./alignment";
import { valueKey } from "./correspondence";

/** One reading, and the sets that have it. */
export interface Variant<T> {
  readonly value: T;
  readonly sets: readonly SetId[];
}
export type Extent = { readonly start: CodePoint; readonly end: CodePoint; readonly quote: string };

/** What the sets do not agree on, with all readings, the one that most sets have first. */
export type Difference = { readonly cluster: Cluster } & (
  | { readonly kind: "missing"; readonly variants: readonly Variant<"present" | "absent">[] }
  | { readonly kind: "boundary"; readonly variants: readonly Variant<Extent>[] }
  | { readonly kind: "label"; readonly variants: readonly Variant<string>[] }
  | {
      readonly kind: "attribute";
      readonly key: string;
      readonly variants: readonly Variant<AttributeValue | null>[];
    }
  | {
      readonly kind: "relation";
      readonly relation: RelationCluster;
      /** The relation's attributes, or null where a set does not have it. */
      readonly variants: readonly Variant<AttributeValues | null>[];
    }
);

/**
 * Every difference between the sets, in text order; those of one cluster by kind. A relation stands at the cluster it
 * starts from. Of one set there are none.
 */
export function differencesOf(alignment: Alignment): readonly Difference[] {
  const relations = groupBy(alignment.relations, ({ from }) => from);
  return alignment.clusters.flatMap((cluster) => [
    ...missing(alignment, cluster),
    ...boundary(cluster),
    ...label(cluster),
    ...attributes(cluster),
    ...(relations.get(cluster) ?? []).flatMap((relation) => linking(relation)),
  ]);
}

/** Whether all sets, two at least, have the annotation alike. What it is related to is a question of its own. */
export function isUnanimous(alignment: Alignment, cluster: Cluster): boolean {
  return (
    alignment.sets.length > 1 &&
    setsWithout(alignment, cluster).length === 0 &&
    boundary(cluster).length + label(cluster).length + attributes(cluster).length === 0
  );
}

/** Whether every set that has both ends has the relation alike. */
export function isUnanimousRelation(relation: RelationCluster): boolean {
  return linking(relation).length === 0;
}

function missing(alignment: Alignment, cluster: Cluster): readonly Difference[] {
  const absent = setsWithout(alignment, cluster);
  if (absent.length === 0) return [];
  const present = { value: "present", sets: cluster.members.map(({ setId }) => setId) } as const;
  const variants = [present, { value: "absent", sets: absent } as const];
  return [{ kind: "missing", cluster, variants: variants.toSorted(byVotes) }];
}

function boundary(cluster: Cluster): readonly Difference[] {
  const variants = variantsOf(
    cluster.members,
    ({ start, end, quote }): Extent => ({ start, end, quote }),
    ({ start, end }) => `${start} ${end}`,
  );
  return variants.length < 2 ? [] : [{ kind: "boundary", cluster, variants }];
}

function label(cluster: Cluster): readonly Difference[] {
  const variants = variantsOf(
    cluster.members,
    (annotation) => annotation.label,
    (key) => key,
  );
  return variants.length < 2 ? [] : [{ kind: "label", cluster, variants }];
}

/** Attributes belong to a label, so that only annotations of one label are compared. */
function attributes(cluster: Cluster): readonly Difference[] {
  return [...groupBy(cluster.members, ({ annotation }) => annotation.label).values()].flatMap((members) => {
    const keys = new Set(members.flatMap(({ annotation }) => Object.keys(annotation.attributes)));
    return [...keys].sort().flatMap((key): readonly Difference[] => {
      const variants = variantsOf(
        members,
        (annotation) => own(annotation.attributes, key) ?? null,
        (value) => valueKey(value ?? undefined),
      );
      return variants.length < 2 ? [] : [{ kind: "attribute", cluster, key, variants }];
    });
  });
}

function linking(relation: RelationCluster): readonly Difference[] {
  const present = groupBy(relation.members, (member) => attributesKey(member.relation.attributes));
  const variants: Variant<AttributeValues | null>[] = [...present.values()].map((members) => ({
    value: members[0]?.relation.attributes ?? null,
    sets: members.map(({ setId }) => setId),
  }));
  if (relation.without.length > 0) variants.push({ value: null, sets: relation.without });
  return variants.length < 2
    ? []
    : [{ kind: "relation", cluster: relation.from, relation, variants: variants.toSorted(byVotes) }];
}

function attributesKey(values: AttributeValues): string {
  return JSON.stringify(
    Object.entries(values)
      .map(([key, value]) => [key, valueKey(value)])
      .sort(),
  );
}

function variantsOf<T>(
  members: readonly Member[],
  valueOf: (annotation: Annotation) => T,
  keyOf: (value: T) => string,
): readonly Variant<T>[] {
  const groups = groupBy(members, ({ annotation }) => keyOf(valueOf(annotation)));
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [{ value: valueOf(first.annotation), sets: [first, ...rest].map(({ setId }) => setId) }],
    )
    .sort(byVotes);
}

/** Stable, so that of equally many the set that stands first comes first. */
function byVotes(a: Variant<unknown>, b: Variant<unknown>): number {
  return b.sets.length - a.sets.length;
}
