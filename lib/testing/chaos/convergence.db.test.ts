import { describe, it } from "vitest";
import { testDatabaseUrl } from "../test-database";
import { converge } from "./convergence";
import { FAILED_ONCE } from "./seeds";

const url = await testDatabaseUrl();

describe("everybody comes to the same, whatever fails in between", () => {
  it.each([1, 2, 3, ...FAILED_ONCE])("seed %i", (seed) => converge(seed, url), 60_000);

  it("also where no process can listen, and each but looks now and then", async () => {
    await converge(4, url, undefined, new URL("/no_such_database", url).href);
  }, 60_000);
});
