import { at } from "../../at";
import { inTextOrder, type Unit } from "../document";
import type { Random } from "../random";
import type { Continuum } from "./continuum";

/** Ways to make a continuum that looks like the given one and agrees only by chance. */
export const SAMPLERS = ["shuffle", "statistical"] as const;
export type SamplerName = (typeof SAMPLERS)[number];

export type Sampler = (random: Random) => Continuum;

/** @throws RangeError where the continuum has no unit. */
export function samplerOf(name: SamplerName, continuum: Continuum): Sampler {
  if (continuum.every((units) => units.length === 0)) throw new RangeError("there is nothing to sample from");
  switch (name) {
    case "shuffle":
      return shuffleSampler(continuum);
    case "statistical":
      return statisticalSampler(continuum);
  }
}

/**
 * Each sampled annotator is a real one chosen at random, moved along by a pivot and wrapped around the continuum
 * (Mathet, Widlöcher & Métivier 2015, § 5.2). Pivots are whole numbers and lie apart by half the mean length of a unit
 * at least, as in the authors' software (the paper says the mean length). A sample without units is drawn again.
 */
function shuffleSampler(continuum: Continuum): Sampler {
  const units = continuum.flat();
  const start = Math.min(...units.map((unit) => unit.start));
  const end = Math.max(...units.map((unit) => unit.end));
  const apart = mean(units.map((unit) => unit.end - unit.start)) / 2;
  return (random) => {
    for (;;) {
      let free: readonly Stretch[] = [{ start, end }];
      const sample = continuum.map(() => {
        const pivot = drawPivot(free, { start, end }, random);
        free = free.flatMap((stretch) => without(stretch, pivot - apart, pivot + apart));
        return at(continuum, random.below(continuum.length)).map((unit) => {
          const moved = unit.start + pivot > end ? pivot + start - end : pivot;
          return { start: unit.start + moved, end: unit.end + moved, label: unit.label };
        });
      });
      if (sample.some((units) => units.length > 0)) return sample;
    }
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function drawPivot(free: readonly Stretch[], whole: Stretch, random: Random): number {
  const room = free.reduce((sum, { start, end }) => sum + end - start, 0);
  if (room === 0) return Math.floor(whole.start + random.unit() * (whole.end - whole.start));
  let place = random.unit() * room;
  for (const { start, end } of free) {
    if (place < end - start) return Math.floor(start + place);
    place -= end - start;
  }
  return Math.floor(at(free, free.length - 1).start);
}

function without({ start, end }: Stretch, from: number, to: number): readonly Stretch[] {
  return [
    { start, end: Math.min(end, from) },
    { start: Math.max(start, to), end },
  ].filter((stretch) => stretch.start < stretch.end);
}

/**
 * Numbers of units, gaps and lengths drawn from normal distributions with the means and deviations of the continuum,
 * labels by their frequency: the default of pygamma-agreement, whose conventions it follows (a gap before the first
 * unit counts, and a 0 is among the gaps; the first annotator with units has one at least).
 */
function statisticalSampler(continuum: Continuum): Sampler {
  const ordered = continuum.map((units) => inTextOrder(units));
  const units = ordered.flat();
  const gaps = [0, ...ordered.flatMap(gapsOf)];
  const count = momentsOf(ordered.map((ofOne) => ofOne.length));
  const gap = momentsOf(gaps);
  const length = momentsOf(units.map(({ start, end }) => end - start));
  return (random) => {
    let isEmpty = true;
    return ordered.map(() => {
      const drawn = Math.abs(Math.trunc(random.normal(count.mean, count.deviation)));
      const size = isEmpty ? Math.max(1, drawn) : drawn;
      isEmpty = false;
      let place = 0;
      return Array.from({ length: size }, () => {
        const start = place + random.normal(gap.mean, gap.deviation);
        place = start + drawLength(length, random);
        return { start, end: place, label: at(units, random.below(units.length)).label };
      });
    });
  };
}

function gapsOf(units: readonly Unit[]): readonly number[] {
  return units.flatMap(({ start }, index) => {
    const before = units[index - 1];
    return before === undefined ? (start > 0 ? [start] : []) : [start - before.end];
  });
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

function drawLength({ mean: average, deviation }: Moments, random: Random): number {
  let length = 0;
  while (length === 0) length = Math.abs(random.normal(average, deviation));
  return length;
}

function momentsOf(values: readonly number[]): Moments {
  const average = mean(values);
  return { mean: average, deviation: Math.sqrt(mean(values.map((value) => (value - average) ** 2))) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
