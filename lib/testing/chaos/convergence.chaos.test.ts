import { describe, it } from "vitest";
import { testDatabaseUrl } from "../test-database";
import { Chance } from "./chance";
import { converge } from "./convergence";

const url = await testDatabaseUrl();

/** `TRIPTYCH_CHAOS_SEED` repeats a run, `TRIPTYCH_CHAOS_RUNS` says how many there are. */
const first = Number(process.env["TRIPTYCH_CHAOS_SEED"] ?? Date.now() % 1_000_000_000);
const runs = Number(process.env["TRIPTYCH_CHAOS_RUNS"] ?? 100);
const chance = new Chance(first);
const seeds = [first, ...Array.from({ length: runs - 1 }, () => chance.between(1, 1_000_000_000))];

describe("everybody comes to the same, whatever fails in between", () => {
  it.each(seeds)("seed %i", (seed) => converge(seed, url), 120_000);
});
