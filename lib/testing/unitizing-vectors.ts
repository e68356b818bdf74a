import type { Unit } from "@/lib/core/agreement/document";
import { bestDisorder } from "@/lib/core/agreement/gamma/best-alignment";
import type { Continuum } from "@/lib/core/agreement/gamma/continuum";
import { positionalDissimilarity } from "@/lib/core/agreement/gamma/dissimilarity";
import { DEFAULT_GAMMA, gammaOfDocument } from "@/lib/core/agreement/gamma/gamma";
import { runSteps } from "@/lib/core/agreement/run-steps";
import { sumTallies } from "@/lib/core/agreement/tally";
import { alphaU2004Of } from "@/lib/core/agreement/unitizing/alpha-u-2004";
import { uAlphaFamily } from "@/lib/core/agreement/unitizing/u-alpha";
import { measured, valueOf, type WrittenDocument } from "./measured-documents";

type UnitRow = readonly [annotator: string, start: number, end: number, label: string];
interface GammaInput {
  readonly annotators: readonly string[];
  readonly units: readonly UnitRow[];
}
interface GammaParams {
  readonly alpha: number;
  readonly beta: number;
  readonly delta_empty: number;
}

function continuumOf(annotators: readonly string[], rows: readonly UnitRow[]): Continuum {
  return annotators.map((annotator) =>
    rows.flatMap(([own, start, end, label]) => (own === annotator ? [{ start, end, label }] : [])),
  );
}

function disorderOf(continuum: Continuum, { alpha, beta, delta_empty: empty }: GammaParams): number | null {
  return runSteps(bestDisorder(continuum, { alpha, beta, empty, labelDistance: null }, 200_000));
}

function shifted(units: readonly Unit[], by: number): readonly Unit[] {
  return units.map(({ start, end, label }) => ({ start: start - by, end: end - by, label }));
}

/** What the vectors of unitizing name, by metric. */
export const UNITIZING_VECTORS = {
  "unitizing.u_family_2016": ({ documents }: { documents: readonly WrittenDocument[] }) => {
    const family = uAlphaFamily();
    const figures = family.figures(
      sumTallies(
        documents.map((document) => family.tally(measured(document))),
        family.nothing,
      ),
    );
    const labels = figures.flatMap(({ name, label }) => (name === "ku" && label !== null ? [label] : []));
    return {
      u: valueOf(figures, "u"),
      binary: valueOf(figures, "binary"),
      cu: valueOf(figures, "cu"),
      cu_coverage: valueOf(figures, "cuCoverage"),
      k: Object.fromEntries(
        labels.map((label) => [
          label,
          { alpha: valueOf(figures, "ku", { label }), coverage: valueOf(figures, "kuCoverage", { label }) },
        ]),
      ),
    };
  },
  "unitizing.alpha_u_2004": (input: WrittenDocument & { begin?: number }) => {
    const annotators = Object.entries(input.annotators).map(([name, units]) => [
      name,
      shifted(units, input.begin ?? 0),
    ]);
    const written = { ...input, annotators: Object.fromEntries(annotators) as WrittenDocument["annotators"] };
    const { alpha, observed, expected, labels } = alphaU2004Of(measured(written), null);
    return {
      alpha: alpha.value,
      Do: labels.length === 0 ? null : observed,
      De: labels.length === 0 ? null : expected,
      per_category: Object.fromEntries(
        labels.map((one) => [one.label, { Do: one.observed, De: one.expected, alpha: one.alpha.value }]),
      ),
    };
  },
  "gamma.positional_dissimilarity": ({ pairs }: { pairs: readonly (readonly [number[], number[]])[] }) =>
    pairs.map(([a, b]) => {
      const [one, other] = [a, b].map(([start = 0, end = 0]) => ({ start, end }));
      return one === undefined || other === undefined ? null : positionalDissimilarity(one, other);
    }),
  "gamma.best_alignment_disorder": (input: GammaInput, params: GammaParams) => ({
    observed_disorder: disorderOf(continuumOf(input.annotators, input.units), params),
  }),
  "gamma.replay": (
    input: GammaInput & { sampled_continua: readonly (readonly UnitRow[])[] },
    params: GammaParams,
  ) => {
    const observed = disorderOf(continuumOf(input.annotators, input.units), params) ?? Number.NaN;
    const sampled = input.sampled_continua.map(
      (rows) => disorderOf(continuumOf(input.annotators, rows), params) ?? Number.NaN,
    );
    const expected = sampled.reduce((sum, one) => sum + one, 0) / sampled.length;
    return { observed_disorder: observed, expected_disorder: expected, gamma: 1 - observed / expected };
  },
  "gamma.monte_carlo": (input: GammaInput, params: GammaParams & { seed: number }) => {
    const units = continuumOf(input.annotators, input.units);
    const document = measured({
      annotators: Object.fromEntries(input.annotators.map((name, index) => [name, units[index] ?? []])),
    });
    const { alpha, beta, delta_empty: empty, seed } = params;
    return {
      gamma: runSteps(gammaOfDocument(document, { ...DEFAULT_GAMMA, alpha, beta, empty, seed })).coefficient
        .value,
    };
  },
};
