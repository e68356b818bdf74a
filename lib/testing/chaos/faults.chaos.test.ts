import { describe, it } from "vitest";
import { convergeInSpiteOf, convergeOnFullDisk, FAULTS, type Fault } from "./faults";

const SEEDS = [1, 2, 3];

describe.each(Object.keys(FAULTS) as Fault[])(
  "nothing that was acknowledged is lost, and nobody has to reload, when %s",
  (fault) => {
    it.each(SEEDS)("seed %i", (seed) => convergeInSpiteOf(fault, seed), 240_000);
  },
);

describe("nothing that was acknowledged is lost, and nobody has to reload, when the disk is full for a second", () => {
  it.runIf(process.getuid?.() === 0).each(SEEDS)("seed %i", (seed) => convergeOnFullDisk(seed), 240_000);
});
