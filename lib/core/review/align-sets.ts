import { at } from "../at";
import { assign } from "../agreement/matching/assignment";
import { liveAnnotations, liveRelations } from "../annotation/annotation-set";
import { groupBy } from "../group-by";
import type { AnnotationId, SetId } from "../ids";
import { compare } from "../span/span";
import type { Alignment, Cluster, Member, RelationCluster, ReviewedSet } from "./alignment";
import { correspondence } from "./correspondence";

/** More than any reviewer compares; beyond it a screen has no columns. */
export const MOST_SETS = 8;
/** Rounds of improvement; they end by themselves long before. */
const MOST_ROUNDS = 20;

/**
 * Lays 1 to 8 sets of one document side by side. Two sets are matched optimally: no other one-to-one matching has a
 * greater sum of correspondence. Of more sets, each in turn is matched optimally with the clusters of all others until
 * nothing improves. The outcome does not depend on the order of the sets.
 * @throws RangeError for no set or more than 8, or two of one id.
 */
export function alignSets(sets: readonly ReviewedSet[]): Alignment {
  if (sets.length === 0 || sets.length > MOST_SETS)
    throw new RangeError(`${sets.length} sets cannot be laid side by side`);
  if (new Set(sets.map(({ id }) => id)).size < sets.length) throw new RangeError("a set stands twice");
  const places = new Map(sets.map(({ id }, place) => [id, place]));
  const placeOf = ({ setId }: Member): number => places.get(setId) ?? 0;
  const members = sets.flatMap((set) =>
    liveAnnotations(set).map((annotation): Member => ({ setId: set.id, annotation })),
  );
  const clusters = componentsOf(members)
    .flatMap(clustersOf)
    .map((cluster): Cluster => ({ members: cluster.toSorted((a, b) => placeOf(a) - placeOf(b)) }))
    .sort(inTextOrder);
  return { sets, clusters, relations: relationsOf(sets, clusters) };
}

/** Members that may belong together, directly or by a chain of overlaps. */
function componentsOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const parents = members.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (at(parents, root) !== root) root = at(parents, root);
    parents[index] = root;
    return root;
  };
  const order = [...members.keys()].sort((a, b) =>
    compare(at(members, a).annotation, at(members, b).annotation),
  );
  let open: readonly number[] = [];
  for (const index of order) {
    const { setId, annotation } = at(members, index);
    open = open.filter((other) => at(members, other).annotation.end > annotation.start);
    for (const other of open) {
      const near = at(members, other);
      if (near.setId !== setId && correspondence(annotation, near.annotation) > 0)
        parents[rootOf(index)] = rootOf(other);
    }
    open = [...open, index];
  }
  return [...groupBy(order, rootOf).values()].map((group) => group.map((index) => at(members, index)));
}

type Group = readonly Member[];

/** The clusters of one component: sets are added in the order of their ids, then improved in turn. */
function clustersOf(component: Group): readonly Group[] {
  if (component.length === 1) return [component];
  const bySet = [...groupBy(component, ({ setId }) => setId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => members.toSorted(byAnnotation));
  let clusters: readonly Group[] = [];
  for (const members of bySet) clusters = matched(members, clusters);
  if (bySet.length === 2) return clusters;
  let worth = worthOf(clusters);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const members of bySet) {
      const rest = clusters
        .map((cluster) => cluster.filter(({ setId }) => setId !== members[0]?.setId))
        .filter((cluster) => cluster.length > 0);
      clusters = matched(members, rest);
    }
    const improved = worthOf(clusters);
    if (improved <= worth + 1e-9) break;
    worth = improved;
  }
  return clusters;
}

/** The clusters with each of `members` in the one where it is worth most in all, or in one of its own. */
function matched(members: Group, clusters: readonly Group[]): readonly Group[] {
  const costs = members.map((member) => {
    const row = new Float64Array(Math.max(clusters.length, members.length));
    for (const [place, cluster] of clusters.entries()) row[place] = Math.min(0, -worthIn(member, cluster));
    return row;
  });
  const columns = assign(costs);
  const joined = clusters.map((cluster): Member[] => [...cluster]);
  const alone: Group[] = [];
  for (const [index, member] of members.entries()) {
    const column = at(columns, index);
    if (column < clusters.length && at(at(costs, index), column) < 0) at(joined, column).push(member);
    else alone.push([member]);
  }
  return [...joined, ...alone];
}

function worthIn({ annotation }: Member, cluster: Group): number {
  return cluster.reduce((sum, other) => sum + correspondence(annotation, other.annotation), 0);
}

function worthOf(clusters: readonly Group[]): number {
  return clusters.reduce(
    (sum, cluster) =>
      sum + cluster.reduce((own, member, index) => own + worthIn(member, cluster.slice(index + 1)), 0),
    0,
  );
}

/** Relations by type and the clusters of their ends, in the order of these. */
function relationsOf(sets: readonly ReviewedSet[], clusters: readonly Cluster[]): readonly RelationCluster[] {
  const places = new Map<string, number>();
  for (const [place, { members }] of clusters.entries())
    for (const { setId, annotation } of members) places.set(`${setId} ${annotation.id}`, place);
  const placeOf = (setId: SetId, id: AnnotationId): number => places.get(`${setId} ${id}`) ?? 0;
  const all = sets.flatMap((set) =>
    liveRelations(set).map((relation) => ({
      setId: set.id,
      relation,
      from: placeOf(set.id, relation.from),
      to: placeOf(set.id, relation.to),
    })),
  );
  return [...groupBy(all, ({ from, to, relation }) => `${from} ${to} ${relation.type}`).values()]
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : a.from - b.from || a.to - b.to))
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const [from, to] = [at(clusters, first.from), at(clusters, first.to)];
      const has = (cluster: Cluster, id: SetId): boolean => cluster.members.some(({ setId }) => setId === id);
      const without = sets
        .map(({ id }) => id)
        .filter((id) => has(from, id) && has(to, id) && members.every(({ setId }) => setId !== id));
      const own = members.map(({ setId, relation }) => ({ setId, relation }));
      return [{ type: first.relation.type, from, to, members: own, without }];
    });
}

function byAnnotation(a: Member, b: Member): number {
  return (
    compare(a.annotation, b.annotation) ||
    (a.annotation.label < b.annotation.label ? -1 : a.annotation.label > b.annotation.label ? 1 : 0) ||
    (a.annotation.id < b.annotation.id ? -1 : 1)
  );
}

/** By the first annotation of each; which member that is does not depend on the order of the sets. */
function inTextOrder(a: Cluster, b: Cluster): number {
  const firstOf = ({ members }: Cluster): Member => at(members.toSorted(byAnnotation), 0);
  return byAnnotation(firstOf(a), firstOf(b));
}
