/** What annotators said of one thing: for each the categories they gave it, usually one. */
export type Responses = ReadonlyMap<string, readonly string[]>;

export interface DawidSkene {
  /** How common each category is. */
  readonly prevalence: ReadonlyMap<string, number>;
  /** For each thing the probability of each category. */
  readonly beliefs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** For each thing the most probable category, the first of equals. */
  readonly labels: ReadonlyMap<string, string>;
  readonly iterations: number;
}

export interface DawidSkeneSettings {
  readonly tolerance: number;
  readonly iterations: number;
}
export const DEFAULT_DAWID_SKENE: DawidSkeneSettings = { tolerance: 1e-5, iterations: 100 };

/**
 * True categories and annotators' error rates from repeated answers, by expectation–maximization (Dawid & Skene 1979,
 * Applied Statistics 28(1), 20–28). It begins with the share of votes (eq. 3.1) and ends when the prevalences and error
 * rates together move by less than the tolerance. Meant for three annotators and fifty things at least.
 */
export function dawidSkene(
  categories: readonly string[],
  responses: ReadonlyMap<string, Responses>,
  settings: DawidSkeneSettings = DEFAULT_DAWID_SKENE,
): DawidSkene {
  let beliefs = new Map([...responses].map(([thing, given]) => [thing, voteShares(categories, given)]));
  let model = maximize(categories, responses, beliefs);
  let iterations = 0;
  for (let moved = Infinity; moved >= settings.tolerance && iterations < settings.iterations;) {
    iterations += 1;
    const { prevalence, errorRates } = model;
    beliefs = new Map(
      [...responses].map(([thing, given]) => [thing, expect(categories, given, prevalence, errorRates)]),
    );
    const next = maximize(categories, responses, beliefs);
    moved = distance(model, next);
    model = next;
  }
  const labels = new Map([...beliefs].map(([thing, belief]) => [thing, mostProbable(categories, belief)]));
  return { prevalence: model.prevalence, beliefs, labels, iterations };
}

type Belief = ReadonlyMap<string, number>;

interface Model {
  readonly prevalence: Belief;
  /** By annotator, true category and answer: how probable the answer is. */
  readonly errorRates: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;
}

function voteShares(categories: readonly string[], given: Responses): Belief {
  const votes = [...given.values()].flat();
  return normalized(
    categories.map((category) => [category, votes.filter((vote) => vote === category).length] as const),
  );
}

/** Prevalences and error rates that make the answers most probable, if the beliefs hold. */
function maximize(
  categories: readonly string[],
  responses: ReadonlyMap<string, Responses>,
  beliefs: ReadonlyMap<string, Belief>,
): Model {
  const prevalence = normalized(
    categories.map((category) => {
      const sum = [...beliefs.values()].reduce((total, belief) => total + (belief.get(category) ?? 0), 0);
      return [category, sum] as const;
    }),
  );
  const weights = new Map<string, Map<string, Map<string, number>>>();
  for (const [thing, given] of responses) {
    for (const [annotator, answers] of given) {
      const ofAnnotator =
        weights.get(annotator) ?? new Map(categories.map((truth) => [truth, new Map<string, number>()]));
      weights.set(annotator, ofAnnotator);
      for (const truth of categories) {
        const row = ofAnnotator.get(truth);
        const belief = beliefs.get(thing)?.get(truth) ?? 0;
        for (const answer of answers) row?.set(answer, (row.get(answer) ?? 0) + belief);
      }
    }
  }
  const errorRates = new Map(
    [...weights].map(([annotator, rows]) => [
      annotator,
      new Map([...rows].map(([truth, row]) => [truth, normalized([...row])])),
    ]),
  );
  return { prevalence, errorRates };
}

/** How probable each category is, given the answers. In logarithms, for products of many answers underflow. */
function expect(
  categories: readonly string[],
  given: Responses,
  prevalence: Belief,
  errorRates: Model["errorRates"],
): Belief {
  const logs = categories.map((truth) => {
    let log = Math.log(prevalence.get(truth) ?? 0);
    for (const [annotator, answers] of given)
      for (const answer of answers) log += Math.log(errorRates.get(annotator)?.get(truth)?.get(answer) ?? 0);
    return [truth, log] as const;
  });
  const highest = Math.max(...logs.map(([, log]) => log));
  return normalized(
    logs.map(([truth, log]) => [truth, log === -Infinity ? 0 : Math.exp(log - highest)] as const),
  );
}

function normalized(weights: readonly (readonly [string, number])[]): Belief {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return new Map(weights.map(([key, weight]) => [key, sum === 0 ? 0 : weight / sum]));
}

/** Σ of all that moved, prevalences and error rates. */
function distance(one: Model, other: Model): number {
  let sum = 0;
  for (const [category, share] of one.prevalence)
    sum += Math.abs(share - (other.prevalence.get(category) ?? 0));
  for (const [annotator, rows] of one.errorRates)
    for (const [truth, row] of rows)
      for (const [answer, rate] of row)
        sum += Math.abs(rate - (other.errorRates.get(annotator)?.get(truth)?.get(answer) ?? 0));
  return sum;
}

function mostProbable(categories: readonly string[], belief: Belief): string {
  let best: string | null = null;
  for (const category of categories)
    if (best === null || (belief.get(category) ?? 0) > (belief.get(best) ?? 0)) best = category;
  if (best === null) throw new RangeError("there are no categories");
  return best;
}
