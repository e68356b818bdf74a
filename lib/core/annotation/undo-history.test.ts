import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf } from "@/lib/testing/annotation-builders";
import type { GroupId, OperationId } from "../ids";
import { undoHistory, type Act, type OwnOperation } from "./undo-history";

let next = 1;
const group = (): GroupId => idOf(next++);
const doing = (count: number): OwnOperation[] => {
  const shared = group();
  return Array.from({ length: count }, () => ({
    id: idOf<"operation">(next++),
    group: shared,
    undoes: null,
  }));
};
const undoing = (act: Act): OwnOperation[] => {
  const shared = group();
  return act.toReversed().map((undoes) => ({ id: idOf<"operation">(next++), group: shared, undoes }));
};
const ids = (operations: readonly OwnOperation[]): OperationId[] => operations.map(({ id }) => id);

describe("undo history", () => {
  it("takes operations of one group as one act", () => {
    const [first, second] = [doing(2), doing(1)];
    expect(undoHistory([...first, ...second])).toEqual({ undo: [ids(first), ids(second)], redo: [] });
  });

  it("takes operations without a group one by one", () => {
    const loose = doing(2).map((operation) => ({ ...operation, group: null }));
    expect(undoHistory(loose).undo).toEqual(loose.map(({ id }) => [id]));
  });

  it("forgets what could be done again when something new is done", () => {
    const [first, second] = [doing(1), doing(1)];
    expect(undoHistory([...first, ...undoing(ids(first)), ...second])).toEqual({
      undo: [ids(second)],
      redo: [],
    });
  });

  it("offers to do again an undo of an act that lies before the part of the log that was read", () => {
    const undo = undoing([idOf<"operation">(999_999)]);
    expect(undoHistory(undo)).toEqual({ undo: [], redo: [ids(undo)] });
  });

  it("agrees with two plain stacks, whatever is done, undone and done again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("do", "undo", "redo"), { maxLength: 60 }), (steps) => {
        const log: OwnOperation[] = [];
        const done: number[] = [];
        const undone: number[] = [];
        let acts = 0;
        for (const step of steps) {
          const { undo, redo } = undoHistory(log);
          if (step === "do") {
            log.push(...doing(1 + (acts % 3)));
            done.push(acts++);
            undone.length = 0;
            continue;
          }
          const act = (step === "undo" ? undo : redo).at(-1);
          const [from, to] = step === "undo" ? [done, undone] : [undone, done];
          const moved = from.pop();
          expect(act === undefined).toBe(moved === undefined);
          if (act === undefined || moved === undefined) continue;
          to.push(moved);
          log.push(...undoing(act));
        }
        const { undo, redo } = undoHistory(log);
        expect([undo.length, redo.length]).toEqual([done.length, undone.length]);
        expect(undo.map((act) => act.length)).toEqual(done.map((index) => 1 + (index % 3)));
      }),
      { numRuns: 500 },
    );
  });
});
