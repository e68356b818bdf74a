import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { op, perform } from "@/lib/testing/annotation-builders";
import { markId, reviewed, setId, type Mark } from "@/lib/testing/review-builders";
import { liveAnnotations, type AnnotationSet } from "../annotation/annotation-set";
import { at } from "../at";
import { alignSets, MOST_SETS } from "./align-sets";
import type { Alignment } from "./alignment";
import { correspondence } from "./correspondence";

const anyMarks = fc.array(
  fc
    .tuple(fc.constantFrom("claim", "actor"), fc.nat(20), fc.integer({ min: 1, max: 9 }))
    .map(([label, start, length]): Mark => [label, start, start + length]),
  { maxLength: 4 },
);
/** The clusters as sets of annotation ids, in no order. */
const shapeOf = ({ clusters }: Alignment): readonly string[] =>
  clusters
    .map(({ members }) =>
      members
        .map(({ annotation }) => annotation.id)
        .sort()
        .join(),
    )
    .sort();

function worthOf({ clusters }: Alignment): number {
  return clusters.reduce((sum, { members }) => {
    const pairs = members.flatMap((one, index) =>
      members.slice(index + 1).map((other) => [one, other] as const),
    );
    return sum + pairs.reduce((own, [a, b]) => own + correspondence(a.annotation, b.annotation), 0);
  }, 0);
}

function bestWorth(a: AnnotationSet, b: AnnotationSet): number {
  const [some, others] = [liveAnnotations(a), liveAnnotations(b)];
  const search = (place: number, free: typeof others): number => {
    if (place === some.length) return 0;
    const joined = free.map(
      (other, index) =>
        Math.max(0, correspondence(at(some, place), other)) + search(place + 1, free.toSpliced(index, 1)),
    );
    return Math.max(search(place + 1, free), ...joined);
  };
  return search(0, others);
}

describe("sets laid side by side", () => {
  it("put what is identical together, and what overlaps under one label", () => {
    const { clusters } = alignSets([
      reviewed(1, [
        ["actor", 0, 10],
        ["claim", 13, 28],
      ]),
      reviewed(2, [
        ["actor", 0, 10],
        ["claim", 19, 28],
      ]),
    ]);
    expect(clusters.map(({ members }) => members.map(({ annotation }) => annotation.start))).toEqual([
      [0, 0],
      [13, 19],
    ]);
  });

  it("keep what is identical together also where taking it apart would match more", () => {
    const { clusters } = alignSets([
      reviewed(1, [
        ["claim", 0, 10],
        ["claim", 0, 6],
      ]),
      reviewed(2, [
        ["claim", 0, 10],
        ["claim", 2, 14],
      ]),
    ]);
    const identical = clusters.find(({ members }) =>
      members.every(({ annotation }) => annotation.end === 10),
    );
    expect(identical?.members).toHaveLength(2);
  });

  it("take most of the same characters under another label for the same thing, and less for another", () => {
    const most = alignSets([reviewed(1, [["claim", 0, 10]]), reviewed(2, [["actor", 0, 8]])]);
    expect(most.clusters).toHaveLength(1);
    const nested = alignSets([reviewed(1, [["claim", 0, 10]]), reviewed(2, [["actor", 0, 4]])]);
    expect(nested.clusters).toHaveLength(2);
  });

  it("match two sets optimally", () => {
    fc.assert(
      fc.property(anyMarks, anyMarks, (x, y) => {
        const [a, b] = [reviewed(1, x), reviewed(2, y)];
        expect(worthOf(alignSets([a, b]))).toBeCloseTo(bestWorth(a, b), 6);
      }),
      { numRuns: 300 },
    );
  });

  it("hold every annotation once, at most one of each set in a cluster, in text order", () => {
    fc.assert(
      fc.property(fc.array(anyMarks, { minLength: 1, maxLength: 5 }), (all) => {
        const sets = all.map((marks, index) => reviewed(index + 1, marks));
        const { clusters } = alignSets(sets);
        const ids = clusters.flatMap(({ members }) => members.map(({ annotation }) => annotation.id));
        expect(ids.toSorted()).toEqual(
          sets.flatMap((set) => liveAnnotations(set).map(({ id }) => id)).toSorted(),
        );
        for (const { members } of clusters)
          expect(new Set(members.map((member) => member.setId)).size).toBe(members.length);
        const starts = clusters.map(({ members }) =>
          Math.min(...members.map(({ annotation }) => annotation.start)),
        );
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });

  it("come out the same in any order of the sets", () => {
    fc.assert(
      fc.property(fc.array(anyMarks, { minLength: 2, maxLength: 5 }), (all) => {
        const sets = all.map((marks, index) => reviewed(index + 1, marks));
        expect(shapeOf(alignSets(sets.toReversed()))).toEqual(shapeOf(alignSets(sets)));
      }),
    );
  });

  it("put equal sets together whole, duplicates too", () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: 2, max: 5 }), (marks, count) => {
        const sets = Array.from({ length: count }, (_, index) => reviewed(index + 1, marks));
        for (const { members } of alignSets(sets).clusters) {
          expect(members).toHaveLength(count);
          expect(
            new Set(members.map(({ annotation: { label, start, end } }) => `${label} ${start} ${end}`)).size,
          ).toBe(1);
        }
      }),
    );
  });

  it("find relations by what their ends correspond to, and say which sets could have them", () => {
    const marks: readonly Mark[] = [
      ["actor", 0, 10],
      ["claim", 13, 28],
    ];
    const { relations } = alignSets([
      reviewed(1, marks, [["made_by", 1, 0]]),
      reviewed(2, marks),
      reviewed(3, [["claim", 13, 28]]),
    ]);
    expect(relations.map(({ type, members, without }) => [type, members.length, without])).toEqual([
      ["made_by", 1, [setId(2)]],
    ]);
  });

  it("leave out what was deleted", () => {
    const { set } = perform(reviewed(1, [["claim", 0, 10]]), [op.remove(markId(1, 0))]);
    expect(alignSets([set]).clusters).toEqual([]);
  });

  it("are one at least and eight at most, each once", () => {
    const sets = Array.from({ length: MOST_SETS + 1 }, (_, index) => reviewed(index + 1, []));
    expect(() => alignSets(sets)).toThrow("9 sets");
    expect(() => alignSets([])).toThrow("0 sets");
    expect(() => alignSets([reviewed(1, []), reviewed(1, [])])).toThrow("twice");
    expect(alignSets(sets.slice(1)).clusters).toEqual([]);
  });
});
