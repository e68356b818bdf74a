import { at } from "../../at";
import type { AttributeValue } from "../../schema/schema";
import { kappaOf } from "../coding/cohen-kappa";
import { observedAgreement, transposed, type Confusion } from "../coding/confusion";
import { categoryOf } from "../coding/document-value-measure";
import { alphaOf, type AlphaTally, type Level } from "../coding/krippendorff-alpha";
import { meanOf, undefinedBecause, type Coefficient } from "../coefficient";
import { unitsOf, type SetPair, type Unit } from "../document";
import { matchUnits, type Criterion } from "../matching/match-units";
import type { Measure } from "../measure";
import { listPairs, pairFigures, tallyPairs, type PairTally } from "../pair-tally";
import { sumTallies } from "../tally";
import { own } from "../../own";
import { f1Of, type MatchCounts } from "./match-counts";

/** Which attribute of which label. `multiple`: each value by itself, chosen or not. */
export interface MeasuredAttribute {
  readonly label: string;
  readonly key: string;
  readonly multiple: boolean;
  readonly level: Level;
}

/** Pairs of matched spans by what the one has and what the other has. Of a multiple attribute, one confusion per value. */
export type AttributeTally = {
  readonly pairs: PairTally<AttributePair>;
};
type AttributePair = {
  readonly spans: MatchCounts;
  readonly confusion: Confusion;
  /** Spans with the value on both sides or on one; how many have it on neither follows from `spans`. */
  readonly values: { readonly [value: string]: ValueCounts };
};
type ValueCounts = { readonly both: number; readonly onlyA: number; readonly onlyB: number };

/** The category of an attribute that has no value. No value is empty. */
const EMPTY = "";

/**
 * How far the values of an attribute agree on spans that both annotators marked. An empty value is a category (on
 * ordered levels, where it has no place, it is missing); an absent span is missing, so that the match rate (`matched`,
 * an F1) has to stand beside it. Of more than two annotators the mean over pairs; spans are not clustered. Where a span
 * could be matched with several equally well, the one whose value agrees is taken, so that the order of storage means
 * nothing.
 *
 * Figures: `percent`, `kappa` (Cohen 1960), `alpha` (Krippendorff 2011) and `matched`; of a multiple attribute the mean
 * over its values, into which those without variation do not enter.
 */
export function attributeAgreement(
  attribute: MeasuredAttribute,
  criterion: Criterion,
): Measure<AttributeTally> {
  const { label, level } = attribute;
  const alpha = (confusion: Confusion): Coefficient => alphaOf(coincidencesOf(confusion, level), level);
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "counted", needs: ["units", "attributes"] },
    source: "Cohen 1960; Krippendorff 2011",
    nothing: { pairs: {} },
    tally: (document) => ({
      pairs: tallyPairs(document, (pair) => tallyMatched(pair, attribute, criterion)),
    }),
    figures: ({ pairs }) => {
      const list = listPairs(pairs);
      const figuresOf = (name: string, coefficientOf: (confusion: Confusion) => Coefficient) =>
        pairFigures(name, label, list, (pair) => overValues(pair, attribute, coefficientOf));
      return [
        ...figuresOf("percent", observedAgreement),
        ...figuresOf("kappa", kappaOf),
        ...figuresOf("alpha", alpha),
        ...pairFigures("matched", label, list, ({ spans }) => f1Of(spans)),
      ];
    },
  };
}

function tallyMatched(
  { ofA, ofB }: SetPair,
  attribute: MeasuredAttribute,
  criterion: Criterion,
): AttributePair {
  const a = unitsOf(ofA, [attribute.label]).map((unit) => ({ unit, values: valuesOf(unit, attribute) }));
  const b = unitsOf(ofB, [attribute.label]).map((unit) => ({ unit, values: valuesOf(unit, attribute) }));
  const matches = matchUnits(
    a.map(({ unit }) => unit),
    b.map(({ unit }) => unit),
    criterion,
    (one, other) => likeness(at(a, one).values, at(b, other).values),
  ).map((match) => ({ ofA: at(a, match.a).values, ofB: at(b, match.b).values }));
  const spans = { matched: matches.length, a: a.length, b: b.length };
  if (attribute.multiple) {
    const values = new Set(matches.flatMap((match) => [...match.ofA, ...match.ofB]));
    return {
      spans,
      confusion: {},
      values: Object.fromEntries([...values].map((value) => [value, countValue(matches, value)])),
    };
  }
  const cells = matches.map((match): Confusion => ({
    [match.ofA[0] ?? EMPTY]: { [match.ofB[0] ?? EMPTY]: 1 },
  }));
  return { spans, confusion: sumTallies(cells, {}), values: {} };
}

interface MatchedValues {
  readonly ofA: readonly string[];
  readonly ofB: readonly string[];
}

function valuesOf(unit: Unit, { key, multiple }: MeasuredAttribute): readonly string[] {
  const value = unit.attributes === undefined ? undefined : own<AttributeValue>(unit.attributes, key);
  if (value === undefined) return [];
  return multiple && typeof value === "object" ? value : [categoryOf(value)];
}

/** The share of values that two spans have in common; 1 where neither has any. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 1 : a.filter((value) => b.includes(value)).length / all.size;
}

function countValue(matches: readonly MatchedValues[], value: string): ValueCounts {
  const having = (isOfA: boolean, isOfB: boolean): number =>
    matches.filter(({ ofA, ofB }) => ofA.includes(value) === isOfA && ofB.includes(value) === isOfB).length;
  return { both: having(true, true), onlyA: having(true, false), onlyB: having(false, true) };
}

function overValues(
  { spans, confusion, values }: AttributePair,
  { multiple }: MeasuredAttribute,
  coefficientOf: (confusion: Confusion) => Coefficient,
): Coefficient {
  if (!multiple) return coefficientOf(confusion);
  const ofValues = Object.values(values)
    .filter(({ both, onlyA, onlyB }) => both + onlyA + onlyB > 0)
    .map(({ both, onlyA, onlyB }) => {
      const neither = spans.matched - both - onlyA - onlyB;
      return coefficientOf({ chosen: { chosen: both, not: onlyA }, not: { chosen: onlyB, not: neither } });
    });
  return ofValues.length === 0 ? undefinedBecause("no_units") : meanOf(ofValues);
}

/** Two annotators' confusion as coincidences: each item pairs its two values both ways. */
function coincidencesOf(confusion: Confusion, { level }: Level): AlphaTally {
  const coincidences = sumTallies([confusion, transposed(confusion)], {});
  if (level === "nominal") return { coincidences, alone: 0 };
  const ranked = Object.entries(coincidences)
    .filter(([category]) => category !== EMPTY)
    .map(([category, row]) => [
      category,
      Object.fromEntries(Object.entries(row).filter(([other]) => other !== EMPTY)),
    ]);
  return { coincidences: Object.fromEntries(ranked) as AlphaTally["coincidences"], alone: 0 };
}
