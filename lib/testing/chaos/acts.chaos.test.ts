import { expect, it } from "vitest";
import { ACTS } from "./acts";

const sources = import.meta.glob<string>("/lib/usecases/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const IN_TRANSACTION = /\b(inTransaction|inLongTransaction|writeOnCondition)\(/;
/** Opens one to read much at one moment. */
const ONLY_READ = new Set(["readSet", "verifyInstallation"]);

it("no act that opens a transaction is left out", () => {
  const writing = Object.entries(sources)
    .filter(([path, source]) => !path.endsWith(".test.ts") && IN_TRANSACTION.test(source))
    .flatMap(([, source]) => [...source.matchAll(/^export async function (\w+)/gm)].map(([, name]) => name));
  expect(writing).toContain("applyOperations");
  expect(writing.filter((name = "") => !(name in ACTS) && !ONLY_READ.has(name))).toEqual([]);
});
