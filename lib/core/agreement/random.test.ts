import { describe, expect, it } from "vitest";
import { randomOf } from "./random";

const draws = (count: number, draw: () => number): readonly number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("seeded numbers", () => {
  it("are the same for the same seed and stream, and for no other", () => {
    const row = (seed: number, stream = "") => {
      const random = randomOf(seed, stream);
      return draws(5, () => random.below(1_000_000));
    };
    expect(row(1)).toEqual(row(1));
    const rows = [row(1), row(2), row(1, "a"), row(1, "b"), row(1, "ab"), row(1, "ba"), row(0)];
    expect(new Set(rows.map((one) => one.join())).size).toBe(rows.length);
  });

  it("fall evenly", () => {
    const random = randomOf(5);
    const counts = new Map<number, number>();
    for (const drawn of draws(60_000, () => random.below(6))) counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    expect(mean(draws(60_000, () => random.unit()))).toBeCloseTo(0.5, 2);
  });

  it("fall normally", () => {
    const random = randomOf(5);
    const values = draws(60_000, () => random.normal(10, 3));
    expect(mean(values)).toBeCloseTo(10, 1);
    expect(Math.sqrt(mean(values.map((value) => (value - 10) ** 2)))).toBeCloseTo(3, 1);
  });
});
