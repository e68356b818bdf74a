import { defined, meanOf, oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { checkUnits, unitsOf, type MeasuredDocument } from "../document";
import type { SteppedMeasure } from "../measure";
import { randomOf } from "../random";
import { bestDisorder } from "./best-alignment";
import type { Continuum } from "./continuum";
import type { DissimilaritySettings } from "./dissimilarity";
import { samplerOf, type SamplerName } from "./samplers";

/** All that γ depends on beside the annotations; stored and shown with every result. */
export interface GammaSettings extends DissimilaritySettings {
  readonly labels: readonly string[] | null;
  readonly sampler: SamplerName;
  readonly seed: number;
  /** ε: how near the expected disorder is to be known, as a share of itself. */
  readonly precision: number;
  /** How many random continua are drawn first; what precision asks for beyond is drawn once. */
  readonly samples: number;
  /** How many states the search for one component of one alignment may visit before γ goes by pairs. */
  readonly states: number;
}

export const DEFAULT_GAMMA: GammaSettings = {
  alpha: 3,
  beta: 1,
  empty: 1,
  labelDistance: null,
  labels: null,
  sampler: "shuffle",
  seed: 1,
  precision: 0.02,
  samples: 30,
  states: 200_000,
};

/** Sums over documents, each weighed by its mean number of units of an annotator. */
export type GammaTally = {
  readonly observed: number;
  readonly expected: number;
  readonly marked: number;
  readonly compared: number;
  /** Documents whose best alignment was not found in the states allowed; they enter by the mean of pairwise γ. */
  readonly byPairs: number;
};

/**
 * γ = 1 − δo/δe, the disorder of the best alignment against that of random continua (Mathet, Widlöcher & Métivier 2015,
 * Computational Linguistics 41(3), 437–479; conventions of pygamma-agreement 0.5.9). Over several documents it is pooled
 * as 1 − Σ x̄δo / Σ x̄δe with x̄ the mean number of units of an annotator, which is our convention. Bootstraps draw the
 * stored disorders again, never the continua. What is drawn for a document depends on the seed and its id alone.
 */
export function gamma(settings: GammaSettings = DEFAULT_GAMMA): SteppedMeasure<GammaTally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "counted", needs: ["units"] },
    source: "Mathet, Widlöcher & Métivier 2015",
    nothing: { observed: 0, expected: 0, marked: 0, compared: 0, byPairs: 0 },
    tallySteps: (document) => tallyDocument(document, settings),
    figures: (total) => [{ name: "gamma", label: null, annotators: null, coefficient: pooledGamma(total) }],
  };
}

function pooledGamma({ observed, expected, marked, compared }: GammaTally): Coefficient {
  if (marked === 0) return undefinedBecause("no_units");
  if (compared === 0) return undefinedBecause("single_annotator");
  return observed === 0 ? defined(1) : oneMinus(observed, expected);
}

function* tallyDocument(document: MeasuredDocument, settings: GammaSettings): Generator<void, GammaTally> {
  checkUnits(document);
  const continuum = continuumOf(document, settings);
  const marked = continuum.flat().length;
  const nothing = { observed: 0, expected: 0, marked, compared: 0, byPairs: 0 };
  if (continuum.length < 2 || marked === 0) return nothing;
  const disorders = yield* disordersOf(continuum, settings, document.id, "always");
  const weight = marked / continuum.length;
  if (disorders !== null) {
    const { observed, expected } = disorders;
    return { ...nothing, observed: weight * observed, expected: weight * expected, compared: 1 };
  }
  const { mean, expected } = yield* gammaByPairs(continuum, settings, document.id);
  return mean.value === null
    ? nothing
    : { ...nothing, observed: (1 - mean.value) * expected, expected, compared: 1, byPairs: 1 };
}

export interface DocumentGamma {
  readonly coefficient: Coefficient;
  /** Where γ lies if the expected disorder is off by ε; null where nothing was drawn. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly observed: number | null;
  readonly expected: number | null;
  readonly samples: number;
  readonly method: "joint" | "pairs";
}

/** γ of one document. Without any disorder it is 1, and nothing is drawn. */
export function* gammaOfDocument(
  document: MeasuredDocument,
  settings: GammaSettings = DEFAULT_GAMMA,
): Generator<void, DocumentGamma> {
  checkUnits(document);
  const continuum = continuumOf(document, settings);
  const none = { range: null, observed: null, expected: null, samples: 0, method: "joint" as const };
  if (continuum.flat().length === 0) return { ...none, coefficient: undefinedBecause("no_units") };
  if (continuum.length < 2) return { ...none, coefficient: undefinedBecause("single_annotator") };
  const disorders = yield* disordersOf(continuum, settings, document.id, "if needed");
  if (disorders === null) {
    const { mean } = yield* gammaByPairs(continuum, settings, document.id);
    return { ...none, coefficient: mean, method: "pairs" };
  }
  const { observed, expected, samples } = disorders;
  if (observed === 0) return { ...none, coefficient: defined(1), observed };
  const gammaAt = (factor: number): number => 1 - observed / (expected * factor);
  return {
    coefficient: oneMinus(observed, expected),
    range:
      expected === 0 ? null : { low: gammaAt(1 - settings.precision), high: gammaAt(1 + settings.precision) },
    observed,
    expected,
    samples,
    method: "joint",
  };
}

interface Disorders {
  readonly observed: number;
  readonly expected: number;
  readonly samples: number;
}

/** δo and δe, or null where a best alignment was not found. The expected disorder may be left at 0 where δo is 0. */
function* disordersOf(
  continuum: Continuum,
  settings: GammaSettings,
  stream: string,
  sampling: "always" | "if needed",
): Generator<void, Disorders | null> {
  const observed = yield* bestDisorder(continuum, settings, settings.states);
  if (observed === null) return null;
  if (observed === 0 && sampling === "if needed") return { observed, expected: 0, samples: 0 };
  const sampler = samplerOf(settings.sampler, continuum);
  const random = randomOf(settings.seed, stream);
  const drawn: number[] = [];
  for (let wanted = settings.samples, isToppedUp = false; drawn.length < wanted;) {
    const disorder = yield* bestDisorder(sampler(random), settings, settings.states);
    if (disorder === null) return null;
    drawn.push(disorder);
    yield;
    if (drawn.length < wanted || isToppedUp) continue;
    isToppedUp = true;
    wanted = Math.max(wanted, samplesNeeded(drawn, settings.precision));
  }
  return {
    observed,
    expected: drawn.reduce((sum, one) => sum + one, 0) / drawn.length,
    samples: drawn.length,
  };
}

/** n = ⌈(cv · 1.96 / ε)²⌉: so many that the mean is known to ε with a confidence of 95 %. */
function samplesNeeded(drawn: readonly number[], precision: number): number {
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  if (mean === 0) return drawn.length;
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
  return Math.ceil(((Math.sqrt(variance) / mean) * (1.96 / precision)) ** 2);
}

/** The mean of γ over pairs of annotators that have units, and their mean weighed expected disorder. */
function* gammaByPairs(
  continuum: Continuum,
  settings: GammaSettings,
  stream: string,
): Generator<void, { readonly mean: Coefficient; readonly expected: number }> {
  const gammas: Coefficient[] = [];
  let expected = 0;
  for (const [index, one] of continuum.entries()) {
    for (const [place, other] of continuum.entries()) {
      if (place <= index || one.length + other.length === 0) continue;
      const disorders = yield* disordersOf([one, other], settings, `${stream} ${index} ${place}`, "always");
      if (disorders === null) continue;
      const ofPair = disorders.observed === 0 ? defined(1) : oneMinus(disorders.observed, disorders.expected);
      gammas.push(ofPair);
      expected += ((one.length + other.length) / 2) * disorders.expected;
    }
  }
  return { mean: meanOf(gammas), expected: expected / Math.max(1, gammas.length) };
}

function continuumOf(document: MeasuredDocument, { labels }: GammaSettings): Continuum {
  return [...document.sets]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, set]) => unitsOf(set, labels));
}
