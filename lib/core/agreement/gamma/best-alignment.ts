import { at } from "../../at";
import type { Unit } from "../document";
import { assign } from "../matching/assignment";
import { componentsOf } from "../matching/components";
import type { Continuum } from "./continuum";
import { dissimilarity, type DissimilaritySettings } from "./dissimilarity";
import { cheapestCover } from "./cheapest-cover";
import { unitaryAlignments } from "./unitary-alignments";

/**
 * δ(S) of the best alignment: the least sum of unitary disorders over the mean number of units of an annotator (Mathet,
 * Widlöcher & Métivier 2015, § 4.3). Which alignment it is, is not told: it is often not unique.
 *
 * Exact: of two annotators by the Hungarian method; of more by a search that gives up after `states` states of one
 * component, and then yields null. It pauses every now and then.
 * @throws RangeError where there is no unit.
 */
export function* bestDisorder(
  continuum: Continuum,
  settings: DissimilaritySettings,
  states: number,
): Generator<void, number | null> {
  const count = continuum.reduce((sum, units) => sum + units.length, 0);
  if (count === 0) throw new RangeError("a continuum without units has no disorder");
  const [first, second] = continuum;
  const total =
    continuum.length === 2 && first !== undefined && second !== undefined
      ? pairDisorder(first, second, settings)
      : yield* coverDisorder(continuum, settings, states);
  return total === null ? null : total / (count / continuum.length);
}

/** Each unit alone costs Δ∅; a pair saves what it costs less than two. */
function pairDisorder(a: readonly Unit[], b: readonly Unit[], settings: DissimilaritySettings): number {
  const savings = a.flatMap((one, row) =>
    b.flatMap((other, column) => {
      const saving = 2 * settings.empty - dissimilarity(one, other, settings);
      return saving > 0 ? [{ a: row, b: column, saving }] : [];
    }),
  );
  const saved = componentsOf(savings).map((pairs) => {
    const rows = [...new Set(pairs.map((pair) => pair.a))];
    const columns = [...new Set(pairs.map((pair) => pair.b))];
    const [rowOf, columnOf] = [rows, columns].map(
      (all) => new Map(all.map((place, index) => [place, index])),
    );
    // A column of its own for each row, in which it stays alone.
    const costs = rows.map(() => new Float64Array(columns.length + rows.length));
    for (const { a: row, b: column, saving } of pairs)
      at(costs, rowOf?.get(row) ?? 0)[columnOf?.get(column) ?? 0] = -saving;
    return assign(costs).reduce((sum, column, row) => sum - at(at(costs, row), column), 0);
  });
  return settings.empty * (a.length + b.length) - saved.reduce((sum, one) => sum + one, 0);
}

/** The cheapest way to put every unit into one unitary alignment, component by component. */
function* coverDisorder(
  continuum: Continuum,
  settings: DissimilaritySettings,
  states: number,
): Generator<void, number | null> {
  let total = 0;
  for (const component of unitaryAlignments(continuum, settings)) {
    const cost = yield* cheapestCover(component, states);
    if (cost === null) return null;
    total += cost;
  }
  return total;
}
