import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANA, aSet, bicycleRules, idOf, op, stampOf } from "@/lib/testing/annotation-builders";
import { LogServer } from "@/lib/testing/log-server";
import { applyAll } from "./apply";
import { annotationAfter, pastOf, subjectOf } from "./past";

const [ruiz, greens] = [idOf<"annotation">(11), idOf<"annotation">(12)];

describe("an annotation's past", () => {
  const server = new LogServer();
  server.apply(
    [
      op.create(ruiz, "actor", 0, 10),
      op.create(greens, "actor", 35, 46),
      op.setNote(ruiz, "first"),
      op.setLabel(ruiz, "claim"),
      op.setLabel(ruiz, "no such label"),
      op.remove(ruiz),
    ],
    ANA,
  );
  const after = (seq: number) => {
    const found = annotationAfter(server.log, seq);
    return found === null ? null : [found.label, found.note, found.live];
  };

  it("is read off its own operations", () => {
    const history = server.log.filter(({ operation }) => operation.target === ruiz);
    expect(annotationAfter(history, 3)).toMatchObject({ id: ruiz, label: "actor", note: "first" });
    expect(annotationAfter(history, 99)).toMatchObject({ label: "claim", note: "first", live: false });
    expect(annotationAfter(history, 0)).toBeNull();
  });

  it("does not change by what was refused", () => {
    const history = server.log.filter(({ operation }) => operation.target === ruiz);
    expect(annotationAfter(history, 5)).toEqual(annotationAfter(history, 4));
    expect(after(0)).toBeNull();
  });
});

describe("a set's past", () => {
  const note = fc.tuple(fc.constantFrom(ruiz, greens), fc.string({ minLength: 1, maxLength: 3 }));

  it("is at every time what the set was then", () => {
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 450 }), fc.nat(500), (notes, seq) => {
        const server = new LogServer();
        const operations = [
          op.create(ruiz, "actor", 0, 10),
          op.create(greens, "actor", 35, 46),
          ...notes.map(([target, text]) => op.setNote(target, text)),
        ];
        server.apply(operations, ANA);
        const then = applyAll(aSet(), operations.slice(0, seq), stampOf(ANA), bicycleRules).set;
        const past = pastOf(aSet(), server.log);
        expect(past.last).toBe(operations.length);
        expect(past.at(seq)).toEqual(then);
      }),
      { numRuns: 50 },
    );
  });

  it("has nothing before its first operation", () => {
    expect(pastOf(aSet(), []).at(7)).toEqual(aSet());
  });
});

describe("what a change is about", () => {
  it("is its annotation, the annotation from which its link leads, or nothing where the whole set moved on", () => {
    const server = new LogServer();
    const link = idOf<"relation">(21);
    server.apply(
      [
        op.create(ruiz, "actor", 0, 10),
        op.create(greens, "claim", 35, 46),
        op.link(link, "made_by", greens, ruiz),
        op.unlink(link),
        op.setLabel(ruiz, "no such label"),
        op.transition("set.submit"),
      ],
      ANA,
    );
    expect(server.log.map(({ change }) => subjectOf(change, server.set))).toEqual([
      ruiz,
      greens,
      greens,
      greens,
      null,
      null,
    ]);
  });
});
