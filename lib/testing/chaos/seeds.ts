import { Chance } from "./chance";

/** Seeds of runs that failed when they were first seen. What made them fail is mended; they stay. */
export const FAILED_ONCE: readonly number[] = [];

/** `TRIPTYCH_CHAOS_SEED` repeats a run, `TRIPTYCH_CHAOS_RUNS` says how many there are. */
const first = Number(process.env["TRIPTYCH_CHAOS_SEED"] ?? Date.now() % 1_000_000_000);
const runs = Number(process.env["TRIPTYCH_CHAOS_RUNS"] ?? 100);
const chance = new Chance(first);

/** New ones at each run, unless one asks for others. */
export const CHAOS_SEEDS: readonly number[] = [
  first,
  ...Array.from({ length: runs - 1 }, () => chance.between(1, 1_000_000_000)),
];
