import { describe, it } from "vitest";
import { convergeInSpiteOf, type Fault } from "./faults";

// `npm run test:chaos` tries every fault.
const FAULTS: readonly Fault[] = [
  "one answer of the database in ten is lost after it was done",
  "the server stops like a power cut and is away for three seconds",
  "the database says that its disk is full",
];

describe("nothing that was acknowledged is lost, and nobody has to reload, when", () => {
  it.each(FAULTS)("%s", (fault) => convergeInSpiteOf(fault, 11), 120_000);
});
