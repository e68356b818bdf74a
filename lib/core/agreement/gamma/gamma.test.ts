import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import { at } from "../../at";
import type { Unit } from "../document";
import { randomOf } from "../random";
import { runSteps } from "../run-steps";
import { sumTallies } from "../tally";
import { bestDisorder } from "./best-alignment";
import type { Continuum } from "./continuum";
import { dissimilarity, type DissimilaritySettings } from "./dissimilarity";
import { DEFAULT_GAMMA, gamma, gammaOfDocument } from "./gamma";
import { SAMPLERS, samplerOf } from "./samplers";

const PLAIN: DissimilaritySettings = { alpha: 3, beta: 1, empty: 1, labelDistance: null };
const QUICK = { ...DEFAULT_GAMMA, precision: 0.1 };

const anyUnits = (most: number) =>
  fc.array(
    fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom("x", "y"))
      .map(([start, length, label]) => unit(start, start + length, label)),
    { maxLength: most },
  );
const anyContinuum = fc
  .constantFrom(2, 3, 4)
  .chain((annotators) =>
    fc.array(anyUnits(annotators === 4 ? 2 : 3), { minLength: annotators, maxLength: annotators }),
  )
  .filter((continuum) => continuum.some((units) => units.length > 0));

/** The best alignment by trying out all partitions: the first unit left with every choice of partners. */
function byHand(continuum: Continuum, settings: DissimilaritySettings): number {
  const annotators = continuum.length;
  const pairs = (annotators * (annotators - 1)) / 2;
  const cost = (chosen: readonly Unit[]): number => {
    const real = chosen.flatMap((one, index) =>
      chosen.slice(index + 1).map((other) => dissimilarity(one, other, settings)),
    );
    return (real.reduce((sum, d) => sum + d, 0) + (pairs - real.length) * settings.empty) / pairs;
  };
  const search = (left: Continuum): number => {
    const owner = left.findIndex((units) => units.length > 0);
    if (owner === -1) return 0;
    const chosenFrom = (annotator: number, chosen: readonly Unit[], rest: Continuum): number => {
      if (annotator === annotators) return cost(chosen) + search(rest);
      const without = chosenFrom(annotator + 1, chosen, rest);
      const choices = at(rest, annotator).map((one, index) =>
        chosenFrom(
          annotator + 1,
          [...chosen, one],
          rest.with(annotator, at(rest, annotator).toSpliced(index, 1)),
        ),
      );
      return Math.min(without, ...choices);
    };
    const own = at(at(left, owner), 0);
    return chosenFrom(owner + 1, [own], left.with(owner, at(left, owner).slice(1)));
  };
  const units = continuum.reduce((sum, ofOne) => sum + ofOne.length, 0);
  return search(continuum) / (units / annotators);
}

describe("the best alignment", () => {
  it("is what trying out all alignments finds", () => {
    const anySettings = fc.record({
      alpha: fc.constantFrom(0.1, 1, 3),
      beta: fc.constantFrom(0, 1, 2),
      empty: fc.constantFrom(0.5, 1),
      labelDistance: fc.constant(null),
    });
    fc.assert(
      fc.property(anyContinuum, anySettings, (continuum, settings) => {
        const found = runSteps(bestDisorder(continuum, settings, 200_000));
        expect(found).toBeCloseTo(byHand(continuum, settings), 9);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of annotators or units", () => {
    fc.assert(
      fc.property(anyContinuum, (continuum) => {
        const turned = continuum.toReversed().map((units) => units.toReversed());
        const [one, other] = [continuum, turned].map((each) => runSteps(bestDisorder(each, PLAIN, 200_000)));
        expect(one).toBeCloseTo(other ?? Number.NaN, 9);
      }),
    );
  });

  it("takes a distance of labels where there is one", () => {
    const near = { ...PLAIN, labelDistance: () => 0.25 };
    expect(runSteps(bestDisorder([[unit(0, 4, "x")], [unit(0, 4, "y")]], near, 100))).toBeCloseTo(0.25, 12);
  });

  it("gives up rather than search for ever, and pauses while it searches", () => {
    const crowd = Array.from({ length: 3 }, (_, annotator) =>
      Array.from({ length: 8 }, (_, index) =>
        unit(index, index + 9 + annotator, index % 2 === 0 ? "x" : "y"),
      ),
    );
    expect(runSteps(bestDisorder(crowd, PLAIN, 5))).toBeNull();
  });

  it("refuses a continuum without units", () => {
    expect(() => runSteps(bestDisorder([[], []], PLAIN, 100))).toThrow(RangeError);
  });
});

describe("samplers", () => {
  const continuum = [[unit(0, 5), unit(20, 26)], [], [unit(40, 44, "actor")]];

  it.each(SAMPLERS)("draw as many annotators, never nothing, the same for the same seed: %s", (name) => {
    const sampler = samplerOf(name, continuum);
    const [one, other] = [randomOf(7), randomOf(7)];
    for (let draw = 0; draw < 200; draw += 1) {
      const sample = sampler(one);
      expect(sample).toHaveLength(3);
      expect(sample.flat().length).toBeGreaterThan(0);
      expect(sample.flat().every(({ start, end }) => start < end)).toBe(true);
      expect(sampler(other)).toEqual(sample);
    }
  });

  it("shuffle real annotators without changing their units' lengths or labels", () => {
    const shape = (units: readonly Unit[]) =>
      units.map(({ start, end, label }) => `${end - start} ${label}`).join();
    const real = new Set(continuum.map(shape));
    const sample = samplerOf("shuffle", continuum)(randomOf(3));
    expect(sample.every((units) => real.has(shape(units)))).toBe(true);
  });

  it("refuse to sample from nothing", () => {
    expect(() => samplerOf("shuffle", [[], []])).toThrow(RangeError);
  });
});

describe("γ", () => {
  const close = measured({
    length: 100,
    annotators: {
      a: [unit(0, 10), unit(30, 40), unit(60, 70, "actor")],
      b: [unit(1, 10), unit(30, 41), unit(60, 70, "actor")],
      c: [unit(0, 10), unit(31, 40), unit(75, 80)],
    },
  });

  it("is 1 for equal work, without drawing anything", () => {
    const result = runSteps(gammaOfDocument(ofTwo([unit(0, 5)], [unit(0, 5)])));
    expect(result).toMatchObject({ coefficient: { value: 1 }, samples: 0, range: null });
  });

  it("lies in its range, and is the same for the same seed", () => {
    const [one, other] = [1, 1].map((seed) => runSteps(gammaOfDocument(close, { ...QUICK, seed })));
    expect(one).toEqual(other);
    const { coefficient, range } = one ?? { coefficient: { value: 0 }, range: null };
    expect(range?.low).toBeLessThan(coefficient.value ?? -Infinity);
    expect(range?.high).toBeGreaterThan(coefficient.value ?? Infinity);
    expect(runSteps(gammaOfDocument(close, { ...QUICK, seed: 2 })).expected).not.toBe(one?.expected);
  });

  it("draws more where thirty continua do not tell the expected disorder precisely enough", () => {
    const rough = runSteps(gammaOfDocument(close, { ...DEFAULT_GAMMA, precision: 1 }));
    const fine = runSteps(gammaOfDocument(close, DEFAULT_GAMMA));
    expect(rough.samples).toBe(30);
    expect(fine.samples).toBeGreaterThan(30);
  });

  it("is undefined without units and with one annotator, and refuses units without width", () => {
    expect(runSteps(gammaOfDocument(ofTwo([], []))).coefficient.reason).toBe("no_units");
    const alone = measured({ annotators: { a: [unit(0, 5)] } });
    expect(runSteps(gammaOfDocument(alone)).coefficient.reason).toBe("single_annotator");
    expect(() => runSteps(gammaOfDocument(ofTwo([unit(3, 3)], [])))).toThrow(RangeError);
  });

  it("goes by pairs where the search does not end, and says so", () => {
    const result = runSteps(gammaOfDocument(close, { ...QUICK, states: 1 }));
    expect(result.method).toBe("pairs");
    const pairs = [
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ].map((names) => {
      const sets = new Map(names.map((name) => [name, close.sets.get(name) ?? { units: [] }]));
      return runSteps(gammaOfDocument({ ...close, sets }, QUICK)).coefficient.value ?? 0;
    });
    expect(result.coefficient.value).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / 3, 1);
  });

  it("pools documents by their disorders, the longer ones weighing more", () => {
    const measure = gamma(QUICK);
    const far = { ...ofTwo([unit(0, 5)], [unit(50, 60, "actor")], 100), id: "far" };
    const nothing = { ...ofTwo([], [], 100), id: "nothing" };
    const tallies = [close, far, nothing].map((document) => runSteps(measure.tallySteps(document)));
    const total = sumTallies(tallies, measure.nothing);
    expect(total.compared).toBe(2);
    const value = valueOf(measure.figures(total), "gamma");
    expect(value).toBeCloseTo(1 - total.observed / total.expected, 12);
    const single = runSteps(gammaOfDocument(close, QUICK)).coefficient.value ?? 0;
    expect(value).toBeLessThan(single);
  });

  it("draws for a document by its id, whatever was drawn before", () => {
    const measure = gamma(QUICK);
    const first = runSteps(measure.tallySteps(close));
    runSteps(measure.tallySteps({ ...close, id: "another" }));
    expect(runSteps(measure.tallySteps(close))).toEqual(first);
  });

  it("can be left between any two steps", () => {
    const steps = gamma(QUICK).tallySteps(close);
    expect(steps.next().done).toBe(false);
    expect(steps.return(gamma().nothing).done).toBe(true);
  });
});
