import { at } from "../at";
import type { Tally } from "./tally";

/** Between two pauses. */
const DOCUMENTS_AT_A_TIME = 200;

/**
 * Many tallies laid out flat, to be summed up again and again with other weights: a bootstrap adds ten thousand
 * documents two thousand times, and walks no tree while it does. Each number of any tally has a column; of each
 * document only the columns that are not zero are kept.
 */
export class ResampledTallies<T extends Tally> {
  readonly #root: Column;
  readonly #totals: Float64Array;
  /** Document d has the entries from `#firsts[d]` to before `#firsts[d + 1]`. */
  readonly #firsts: Uint32Array;
  readonly #columns: Uint32Array;
  readonly #values: Float64Array;

  private constructor(
    root: Column,
    firsts: Uint32Array,
    columns: readonly number[],
    values: readonly number[],
  ) {
    this.#root = root;
    this.#firsts = firsts;
    this.#columns = Uint32Array.from(columns);
    this.#values = Float64Array.from(values);
    this.#totals = new Float64Array(countOf(root));
  }

  /**
   * Lays the tallies out, with a pause every now and then.
   * @throws RangeError where the tally of no document is not zero.
   */
  static *layOut<T extends Tally>(tallies: readonly T[], nothing: T): Generator<void, ResampledTallies<T>> {
    const root: Column = { index: 0, children: null };
    const columns: number[] = [];
    const values: number[] = [];
    let next = 1;
    const lay = (column: Column, tally: Tally): void => {
      if (typeof tally === "number") {
        if (tally === 0) return;
        columns.push(column.index);
        values.push(tally);
        return;
      }
      column.children ??= new Map();
      for (const [key, value] of Object.entries(tally)) {
        let child = column.children.get(key);
        if (child === undefined) {
          child = { index: next++, children: null };
          column.children.set(key, child);
        }
        lay(child, value);
      }
    };
    lay(root, nothing);
    if (values.length > 0) throw new RangeError("the tally of no document is not zero");
    const firsts = new Uint32Array(tallies.length + 1);
    for (const [document, tally] of tallies.entries()) {
      lay(root, tally);
      firsts[document + 1] = values.length;
      if (document % DOCUMENTS_AT_A_TIME === DOCUMENTS_AT_A_TIME - 1) yield;
    }
    return new ResampledTallies<T>(root, firsts, columns, values);
  }

  /** The sum in which document d counts `times[d]` times. */
  sum(times: Uint32Array): T {
    const [totals, firsts, columns, values] = [this.#totals, this.#firsts, this.#columns, this.#values];
    totals.fill(0);
    let entry = 0;
    for (let document = 0; document < times.length; document += 1) {
      const weight = at(times, document);
      const end = at(firsts, document + 1);
      if (weight === 0) {
        entry = end;
        continue;
      }
      for (; entry < end; entry += 1) {
        const column = at(columns, entry);
        totals[column] = at(totals, column) + weight * at(values, entry);
      }
    }
    return toTally(this.#root, totals) as T;
  }
}

/** A place in the tree of all tallies, with the place of its number among the totals. */
interface Column {
  readonly index: number;
  children: Map<string, Column> | null;
}

function toTally(column: Column, totals: Float64Array): Tally {
  if (column.children === null) return at(totals, column.index);
  return Object.fromEntries([...column.children].map(([key, child]) => [key, toTally(child, totals)]));
}

function countOf({ children }: Column): number {
  return [...(children?.values() ?? [])].reduce((sum, child) => sum + countOf(child), 1);
}
