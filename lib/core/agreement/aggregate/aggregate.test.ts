import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unit } from "@/lib/testing/measured-documents";
import { dawidSkene } from "./dawid-skene";
import { voteOnCharacters, voteOnSpans, votesNeeded } from "./vote-on-spans";

const anyUnits = fc.array(
  fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 6 })).map(([start, length]) => unit(start, start + length)),
  { maxLength: 4 },
);

describe("votes", () => {
  it("need one, more than half, or all", () => {
    expect([3, 4].map((annotators) => votesNeeded("majority", annotators))).toEqual([2, 3]);
    expect([votesNeeded("union", 5), votesNeeded("intersection", 5)]).toEqual([1, 5]);
  });

  it("on characters are what counting each character says", () => {
    fc.assert(
      fc.property(
        fc.array(anyUnits, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 2, 3),
        (all, needed) => {
          const votesAt = (place: number): number =>
            all.filter((units) => units.some(({ start, end }) => start <= place && place < end)).length;
          const chosen = voteOnCharacters(all, needed);
          for (let place = 0; place < 25; place += 1) {
            const inside = chosen.filter(({ start, end }) => start <= place && place < end);
            expect(inside).toHaveLength(votesAt(place) >= needed ? 1 : 0);
          }
          for (const [index, { start }] of chosen.entries())
            expect(chosen[index - 1]?.end ?? -1, "runs are as long as can be").toBeLessThan(start);
        },
      ),
    );
  });

  it("on spans count an annotator once", () => {
    expect(voteOnSpans([[unit(0, 5), unit(0, 5)], []], 2)).toEqual([]);
    expect(voteOnSpans([[unit(0, 5)], [unit(0, 5)]], 2)).toEqual([{ ...unit(0, 5), votes: 2 }]);
  });
});

describe("Dawid–Skene", () => {
  const answers = (...given: readonly string[]) =>
    new Map(given.map((answer, index) => [`n${index}`, [answer]]));

  it("outvotes who is often wrong", () => {
    const responses = new Map<string, ReadonlyMap<string, readonly string[]>>();
    for (let thing = 0; thing < 40; thing += 1) {
      const truth = thing % 2 === 0 ? "yes" : "no";
      const wrong = truth === "yes" ? "no" : "yes";
      responses.set(String(thing), answers(truth, truth, thing % 5 === 0 ? truth : wrong, wrong));
    }
    const { labels } = dawidSkene(["yes", "no"], responses);
    expect([...labels].every(([thing, label]) => label === (Number(thing) % 2 === 0 ? "yes" : "no"))).toBe(
      true,
    );
  });

  it("keeps to what all say, and sums beliefs to 1", () => {
    const { labels, beliefs, prevalence } = dawidSkene(
      ["yes", "no"],
      new Map([
        ["a", answers("yes", "yes")],
        ["b", answers("no", "no")],
      ]),
    );
    expect([...labels.values()]).toEqual(["yes", "no"]);
    for (const belief of [...beliefs.values(), prevalence])
      expect([...belief.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });
});
