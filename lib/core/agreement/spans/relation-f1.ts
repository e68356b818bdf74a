import { at } from "../../at";
import type { CompletedSet, SetPair, Unit, UnitRelation } from "../document";
import { matchUnits, type Affinity, type Criterion } from "../matching/match-units";
import type { Figure, Measure } from "../measure";
import { listPairs, pairFigures, tallyPairs, type PairOf, type PairTally } from "../pair-tally";
import { keysOf, sumTallies } from "../tally";
import { own } from "../../own";
import { f1Of, NO_MATCHES, type MatchCounts } from "./match-counts";

/** Relations of one type: of all, and of those both of whose ends the other annotator has too. */
type TypeMatches = { readonly all: MatchCounts; readonly given: MatchCounts };
export type RelationF1Tally = {
  readonly pairs: PairTally<{ readonly types: { readonly [type: string]: TypeMatches } }>;
};

const NOTHING: TypeMatches = { all: NO_MATCHES, given: NO_MATCHES };

/**
 * F1 of relations: one counts if the other annotator has one of the same type between the spans that its ends are
 * matched with. `given` looks only at relations both of whose ends are matched, and so tells errors of linking from
 * errors of marking. Figures: `f1` and `given`, of all types and of each (its `label` is the type).
 */
export function relationF1(criterion: Criterion): Measure<RelationF1Tally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "counted", needs: ["units", "relations"] },
    source: "Hripcsak & Rothschild 2005",
    nothing: { pairs: {} },
    tally: (document) => ({
      pairs: tallyPairs(document, (pair) => ({ types: tallyRelations(pair, criterion) })),
    }),
    figures: ({ pairs }) => {
      const list = listPairs(pairs);
      const all = list.map(({ annotators, tally }) => ({
        annotators,
        tally: sumTallies(Object.values(tally.types), NOTHING),
      }));
      return [
        ...figuresOf(null, all),
        ...keysOf(...list.map(({ tally }) => tally.types)).flatMap((type) =>
          figuresOf(
            type,
            list.map(({ annotators, tally }) => ({ annotators, tally: own(tally.types, type) ?? NOTHING })),
          ),
        ),
      ];
    },
  };
}

function figuresOf(label: string | null, pairs: readonly PairOf<TypeMatches>[]): readonly Figure[] {
  return [
    ...pairFigures("f1", label, pairs, ({ all }) => f1Of(all)),
    ...pairFigures("given", label, pairs, ({ given }) => f1Of(given)),
  ];
}

function tallyRelations({ ofA, ofB }: SetPair, criterion: Criterion): Readonly<Record<string, TypeMatches>> {
  const [a, b] = [linkedOf(ofA), linkedOf(ofB)];
  const matches = matchUnits(ofA.units, ofB.units, criterion, likenessOf(ofA, ofB));
  const partnersOfA = new Map(matches.map((match) => [match.a, match.b]));
  const partnersOfB = new Map(matches.map((match) => [match.b, match.a]));
  const linksOfB = new Set(b.map(linkKey));
  const types = new Set([...a, ...b].map(({ type }) => type));
  return Object.fromEntries(
    [...types].map((type) => {
      const [some, others] = [a, b].map((links) => links.filter((link) => link.type === type));
      const ofA = (some ?? []).flatMap((link) => carried(link, partnersOfA) ?? []);
      const ofB = (others ?? []).flatMap((link) => carried(link, partnersOfB) ?? []);
      const matched = ofA.filter((link) => linksOfB.has(linkKey(link))).length;
      return [
        type,
        {
          all: { matched, a: some?.length ?? 0, b: others?.length ?? 0 },
          given: { matched, a: ofA.length, b: ofB.length },
        },
      ];
    }),
  );
}

/** A relation by the places of its ends among the units. */
interface Linked {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Each relation once: two of one type between the same ends say the same. */
function linkedOf({ units, relations }: CompletedSet): readonly Linked[] {
  const places = new Map(units.map(({ id }, place) => [id, place]));
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`a relation names ${id}, which is no unit`);
    return place;
  };
  const links = (relations ?? []).map(({ type, from, to }) => ({
    type,
    from: placeOf(from),
    to: placeOf(to),
  }));
  return [...new Map(links.map((link) => [linkKey(link), link])).values()];
}

function carried(link: Linked, partners: ReadonlyMap<number, number>): Linked | null {
  const [from, to] = [partners.get(link.from), partners.get(link.to)];
  return from === undefined || to === undefined ? null : { type: link.type, from, to };
}

function linkKey({ type, from, to }: Linked): string {
  return `${from} ${to} ${type}`;
}

/** Where spans are duplicates, those with more relations of the same kind to the same places belong together. */
function likenessOf(ofA: CompletedSet, ofB: CompletedSet): Affinity {
  const [a, b] = [signaturesOf(ofA), signaturesOf(ofB)];
  return (one, other) => {
    const [ofOne, ofOther] = [at(a, one), at(b, other)];
    const all = new Set([...ofOne, ...ofOther]).size;
    return all === 0 ? 1 : ofOne.filter((signature) => ofOther.includes(signature)).length / all;
  };
}

/** For each unit its relations, as the type, the direction and where the other end lies. */
function signaturesOf({ units, relations }: CompletedSet): readonly (readonly string[])[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const signature = (direction: string, { type }: UnitRelation, end: Unit | undefined): string =>
    JSON.stringify([direction, type, end?.label, end?.start, end?.end]);
  const signatures = new Map<string | undefined, Set<string>>();
  const add = (id: string, one: string): void => {
    const known = signatures.get(id);
    if (known === undefined) signatures.set(id, new Set([one]));
    else known.add(one);
  };
  for (const relation of relations ?? []) {
    add(relation.from, signature("to", relation, byId.get(relation.to)));
    add(relation.to, signature("from", relation, byId.get(relation.from)));
  }
  return units.map(({ id }) => (id === undefined ? [] : [...(signatures.get(id) ?? [])]));
}
