import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SetId } from "../ids";
import { cursorFault, FURTHEST_BEHIND, stepsOf, type Head } from "./steps";

const id = (name: string) => name as SetId;
const at = (places: Readonly<Record<string, number>>) =>
  new Map(Object.entries(places).map(([set, seq]) => [id(set), seq]));
const heads = (places: Readonly<Record<string, number>>): readonly Head[] =>
  Object.entries(places).map(([set, seq]) => ({ id: id(set), seq }));

describe("a reader", () => {
  it("is led from where they stand to the end of each log, to sets they have not begun, and away from hidden ones", () => {
    expect(stepsOf(at({ a: 3, b: 5, gone: 7 }), heads({ a: 4, b: 5, c: 2 }))).toEqual({
      hidden: ["gone"],
      unseen: ["c"],
      behind: [{ set: "a", from: 3, to: 4 }],
    });
  });

  it("who has taken every step has none left", () => {
    const places = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.nat(9));
    fc.assert(
      fc.property(places, places, (seqs, visible) => {
        const reached = at(seqs);
        const steps = stepsOf(reached, heads(visible));
        for (const set of steps.hidden) reached.delete(set);
        for (const set of steps.unseen) reached.set(set, visible[set] ?? 0);
        for (const { set, to } of steps.behind) reached.set(set, to);
        expect(stepsOf(reached, heads(visible))).toEqual({ hidden: [], unseen: [], behind: [] });
      }),
    );
  });
});

describe("a cursor that is brought back", () => {
  const fault = (seqs: Readonly<Record<string, number>>, visible: Readonly<Record<string, number>>) =>
    cursorFault({ epoch: "now", seqs: at(seqs) }, "now", heads(visible));

  it("leads on from anywhere in the last ten thousand operations", () => {
    expect(fault({}, { a: 50_000 })).toBeNull();
    expect(fault({ a: 5 }, { a: 5, b: 7 })).toBeNull();
    expect(fault({ a: 1 }, { a: 1 + FURTHEST_BEHIND })).toBeNull();
  });

  it("is too old further back, also over several sets, and in the future", () => {
    expect(fault({ a: 0 }, { a: FURTHEST_BEHIND + 1 })).toBe("too_old");
    expect(fault({ a: 0, b: 0 }, { a: FURTHEST_BEHIND, b: 1 })).toBe("too_old");
    expect(fault({ a: 6 }, { a: 5 })).toBe("too_old");
  });

  it("is too old on another time line, whatever it names", () => {
    expect(cursorFault({ epoch: "before", seqs: at({ a: 1 }) }, "now", heads({ a: 1 }))).toBe("too_old");
    expect(cursorFault({ epoch: "before", seqs: at({ b: 1 }) }, "now", heads({ a: 1 }))).toBe("too_old");
  });

  it("must not name a set that is not there to be seen", () => {
    expect(fault({ a: 1, other: 1 }, { a: 1 })).toBe("unknown_set");
    expect(fault({ a: 99, other: 1 }, { a: 1 })).toBe("unknown_set");
  });
});
