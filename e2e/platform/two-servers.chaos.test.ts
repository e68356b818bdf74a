import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWhenNeeded } from "@/lib/cli/build-app";
import { convergeOn } from "@/lib/testing/chaos/convergence";
import { CHAOS_SEEDS } from "@/lib/testing/chaos/seeds";
import { anInstallation, type Installation } from "../fixtures/installation";
import { SERVER_TROUBLES, type ServerTrouble } from "./server-troubles";

let installation: Installation;
beforeAll(async () => {
  await buildWhenNeeded(new AbortController().signal);
  installation = await anInstallation();
}, 900_000);
afterAll(() => installation.close(), 60_000);

describe("over two real servers everybody comes to the same, and nothing is lost", () => {
  it.each(CHAOS_SEEDS)("seed %i", (seed) => convergeOn(installation, seed), 120_000);
});

describe.each(Object.keys(SERVER_TROUBLES) as ServerTrouble[])("so it is when %s", (trouble) => {
  it.each(CHAOS_SEEDS.slice(0, 5))(
    "seed %i",
    async (seed) => {
      await convergeOn(installation, seed, () => SERVER_TROUBLES[trouble](installation));
      expect(installation.complaintsOfPooler).toEqual([]);
    },
    120_000,
  );
});
