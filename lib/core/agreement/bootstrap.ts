import { at } from "../at";
import { figureKey, type Figure } from "./measure";
import { quantile } from "./quantile";
import { randomOf } from "./random";
import { ResampledTallies } from "./resampled-tallies";
import { runSteps } from "./run-steps";
import type { Tally } from "./tally";

export interface BootstrapSettings {
  readonly replicates: number;
  readonly seed: number;
  /** What the interval leaves out, both sides together. */
  readonly alpha: number;
}
export const DEFAULT_BOOTSTRAP: BootstrapSettings = { replicates: 2000, seed: 1, alpha: 0.05 };

/** Where a figure lies in `1 − alpha` of the replicates. */
export interface Interval {
  /** Null where no interval can be had: of fewer than two documents, or if the figure is undefined everywhere. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** Replicates in which the figure had no value. They are left out of the interval, and shown. */
  readonly dropped: number;
  readonly replicates: number;
}

type FiguresOf<T extends Tally, F extends Figure = Figure> = (total: T) => readonly F[];

/**
 * Percentile bootstrap over documents (Efron & Tibshirani 1993, ch. 13; the document is the cluster, for tokens and
 * spans of one text are not independent): each replicate draws as many documents as there are, with replacement, adds
 * up their tallies and evaluates the sum. The intervals are keyed by `keyOf`. It pauses after each replicate, so that a
 * job can be stopped and a server stays awake.
 */
export function* bootstrapSteps<T extends Tally, F extends Figure = Figure>(
  tallies: readonly T[],
  nothing: T,
  figuresOf: FiguresOf<T, F>,
  settings: BootstrapSettings = DEFAULT_BOOTSTRAP,
  keyOf: (figure: F) => string = figureKey,
): Generator<void, ReadonlyMap<string, Interval>> {
  const replicates = new Replicates(keyOf);
  if (tallies.length < 2) return replicates.intervals(settings.alpha);
  const resampled = yield* ResampledTallies.layOut(tallies, nothing);
  const random = randomOf(settings.seed, "bootstrap");
  const times = new Uint32Array(tallies.length);
  for (let replicate = 0; replicate < settings.replicates; replicate += 1) {
    times.fill(0);
    for (let drawn = 0; drawn < tallies.length; drawn += 1) {
      const document = random.below(tallies.length);
      times[document] = at(times, document) + 1;
    }
    replicates.add(figuresOf(resampled.sum(times)));
    yield;
  }
  return replicates.intervals(settings.alpha);
}

/** The figures of given resamples, each a list of the places of documents. For those who draw by other means. */
export function figuresOfResamples<T extends Tally>(
  tallies: readonly T[],
  nothing: T,
  figuresOf: FiguresOf<T>,
  resamples: readonly (readonly number[])[],
): readonly (readonly Figure[])[] {
  const resampled = runSteps(ResampledTallies.layOut(tallies, nothing));
  return resamples.map((resample) => {
    const times = new Uint32Array(tallies.length);
    for (const document of resample) times[document] = at(times, document) + 1;
    return figuresOf(resampled.sum(times));
  });
}

/** The interval of each figure over the replicates. */
export function intervalsOf(
  replicates: readonly (readonly Figure[])[],
  alpha: number,
): ReadonlyMap<string, Interval> {
  const collected = new Replicates(figureKey);
  for (const figures of replicates) collected.add(figures);
  return collected.intervals(alpha);
}

class Replicates<F extends Figure> {
  readonly #keyOf: (figure: F) => string;
  readonly #values = new Map<string, number[]>();
  #count = 0;

  constructor(keyOf: (figure: F) => string) {
    this.#keyOf = keyOf;
  }

  add(figures: readonly F[]): void {
    this.#count += 1;
    for (const figure of figures) {
      const key = this.#keyOf(figure);
      const values = this.#values.get(key) ?? [];
      this.#values.set(key, values);
      if (figure.coefficient.value !== null) values.push(figure.coefficient.value);
    }
  }

  intervals(alpha: number): ReadonlyMap<string, Interval> {
    return new Map(
      [...this.#values].map(([key, values]) => {
        const range =
          values.length === 0
            ? null
            : { low: quantile(values, alpha / 2), high: quantile(values, 1 - alpha / 2) };
        return [key, { range, dropped: this.#count - values.length, replicates: this.#count }];
      }),
    );
  }
}
