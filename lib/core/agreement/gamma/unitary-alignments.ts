import { at } from "../../at";
import { groupBy } from "../../group-by";
import type { Unit } from "../document";
import type { Continuum } from "./continuum";
import type { CoverProblem, Part } from "./cheapest-cover";
import { dissimilarity, type DissimilaritySettings } from "./dissimilarity";

/** A unit with its annotator, as the search knows it. */
interface Place {
  readonly unit: Unit;
  readonly annotator: number;
}

/**
 * The unitary alignments that an optimal alignment may need, as cover problems that have nothing to do with each other.
 * One with a unit that would be cheaper alone is never needed (d of all pairs concerned bounds it), and what remains
 * falls into components.
 */
export function unitaryAlignments(
  continuum: Continuum,
  settings: DissimilaritySettings,
): readonly CoverProblem[] {
  const places = continuum
    .flatMap((units, annotator) => units.map((unit): Place => ({ unit, annotator })))
    .sort((a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end);
  const parts = partsOf(places, continuum.length, settings);
  return components(places.length, parts).map(({ members, parts: own }) => {
    const renamed = new Map(members.map((member, index) => [member, index]));
    const inside = own.map(({ members: ofPart, cost }) => ({
      members: ofPart.map((member) => renamed.get(member) ?? 0),
      cost,
    }));
    return { size: members.length, parts: inside };
  });
}

/**
 * All candidates, the single units among them. In one of k units among n annotators the pairs with ∅ cost Δ∅, so that
 * its disorder is (Σd + (C(n,2) − C(k,2))·Δ∅) / C(n,2), and a unit is worth its place only while the distances to its
 * partners sum up to no more than (C(n,2) + k − 1)·Δ∅.
 */
function partsOf(
  places: readonly Place[],
  annotators: number,
  settings: DissimilaritySettings,
): readonly Part[] {
  const { empty } = settings;
  const pairs = (annotators * (annotators - 1)) / 2;
  const bound = (size: number): number => (pairs + size - 1) * empty;
  const neighbours = places.map(({ unit, annotator }, index) =>
    places.flatMap((other, place) => {
      if (other.annotator <= annotator) return [];
      const distance = dissimilarity(unit, other.unit, settings);
      return distance <= bound(annotators) && place !== index ? [{ place, distance }] : [];
    }),
  );
  const distances = neighbours.map((list) => new Map(list.map(({ place, distance }) => [place, distance])));
  const parts: Part[] = [];
  const extend = (members: readonly number[], sums: readonly number[], total: number): void => {
    const size = members.length;
    const withGaps = total + (pairs - (size * (size - 1)) / 2) * empty;
    if (withGaps <= size * empty * pairs && sums.every((sum) => sum <= bound(size)))
      parts.push({ members: [...members].sort((a, b) => a - b), cost: withGaps / pairs });
    for (const { place } of at(neighbours, at(members, size - 1))) {
      const added = members.map((member) => distances[member]?.get(place) ?? Infinity);
      const own = added.reduce((sum, distance) => sum + distance, 0);
      const next = [...sums.map((sum, index) => sum + at(added, index)), own];
      if (next.every((sum) => sum <= bound(annotators))) extend([...members, place], next, total + own);
    }
  };
  for (const place of places.keys()) extend([place], [0], 0);
  return parts;
}

function components(
  count: number,
  parts: readonly Part[],
): readonly { readonly members: readonly number[]; readonly parts: readonly Part[] }[] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (member: number): number => {
    let root = member;
    while (at(parents, root) !== root) root = at(parents, root);
    for (let here = member; here !== root;) {
      const parent = at(parents, here);
      parents[here] = root;
      here = parent;
    }
    return root;
  };
  for (const { members } of parts)
    for (const member of members) parents[rootOf(member)] = rootOf(at(members, 0));
  const partsByRoot = groupBy(parts, ({ members }) => rootOf(at(members, 0)));
  const membersByRoot = groupBy(parents.keys(), rootOf);
  return [...membersByRoot].map(([root, members]) => ({ members, parts: partsByRoot.get(root) ?? [] }));
}
