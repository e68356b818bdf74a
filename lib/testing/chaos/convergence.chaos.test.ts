import { describe, it } from "vitest";
import { testDatabaseUrl } from "../test-database";
import { converge } from "./convergence";
import { CHAOS_SEEDS } from "./seeds";

const url = await testDatabaseUrl();

describe("everybody comes to the same, whatever fails in between", () => {
  it.each(CHAOS_SEEDS)("seed %i", (seed) => converge(seed, url), 120_000);
});
