import type { Annotation, Relation } from "../annotation/annotation";
import { groupBy } from "../group-by";
import type { SetId } from "../ids";
import type { AttributeValues } from "../schema/schema";
import type { Cluster, RelationCluster } from "./alignment";
import { valueKey } from "./correspondence";

/** One way in which a thing was marked, and the sets that have it so, in their order. */
export interface Reading<T = Annotation> {
  readonly sets: readonly SetId[];
  /** That of the first of these sets. */
  readonly value: T;
}

/** The readings of a cluster in the order of the sets: what differs in borders, label or an attribute is another one. */
export function readingsOf({ members }: Cluster): readonly Reading[] {
  return grouped(
    members.map(({ setId, annotation }) => ({ setId, value: annotation })),
    ({ start, end, label, attributes }) => `${start} ${end} ${label} ${attributesKey(attributes)}`,
  );
}

export function relationReadingsOf({ members }: RelationCluster): readonly Reading<Relation>[] {
  return grouped(
    members.map(({ setId, relation }) => ({ setId, value: relation })),
    ({ attributes }) => attributesKey(attributes),
  );
}

function grouped<T>(
  members: readonly { readonly setId: SetId; readonly value: T }[],
  keyOf: (value: T) => string,
): readonly Reading<T>[] {
  return [...groupBy(members, ({ value }) => keyOf(value)).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ sets: group.map(({ setId }) => setId), value: first.value }];
  });
}

function attributesKey(values: AttributeValues): string {
  return JSON.stringify(
    Object.entries(values)
      .map(([key, value]) => [key, valueKey(value)])
      .sort(),
  );
}
