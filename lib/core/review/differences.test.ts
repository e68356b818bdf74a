import { describe, expect, it } from "vitest";
import { reviewed, setId, type Link, type Mark } from "@/lib/testing/review-builders";
import { at } from "../at";
import { alignSets } from "./align-sets";
import { differencesOf, isUnanimous, isUnanimousRelation } from "./differences";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const claim: Mark = ["claim", 13, 28, { claim_type: "demand" }];
const madeBy: Link = ["made_by", 1, 0];

describe("differences between sets", () => {
  it("are none where all have the same, and none of one set", () => {
    const sets = [1, 2, 3].map((n) => reviewed(n, [actor, claim], [madeBy]));
    expect(differencesOf(alignSets(sets))).toEqual([]);
    expect(differencesOf(alignSets(sets.slice(0, 1)))).toEqual([]);
  });

  it("name what one set lacks", () => {
    const [difference] = differencesOf(
      alignSets([reviewed(1, [actor]), reviewed(2, [actor]), reviewed(3, [])]),
    );
    expect(difference).toMatchObject({
      kind: "missing",
      variants: [
        { value: "present", sets: [setId(1), setId(2)] },
        { value: "absent", sets: [setId(3)] },
      ],
    });
  });

  it("name borders, labels and attributes, each with its readings, the commonest first", () => {
    const differences = differencesOf(
      alignSets([
        reviewed(1, [["claim", 13, 28, { claim_type: "demand", check_worthy: "yes" }]]),
        reviewed(2, [["claim", 19, 28, { claim_type: "factual" }]]),
        reviewed(3, [["claim", 19, 28, { claim_type: "factual" }]]),
      ]),
    );
    expect(differences.map(({ kind }) => kind)).toEqual(["boundary", "attribute", "attribute"]);
    expect(differences.map(({ variants }) => variants.map(({ value }) => value))).toMatchObject([
      [{ start: 19 }, { start: 13 }],
      [null, "yes"],
      ["factual", "demand"],
    ]);
  });

  it("compare attributes only under one label", () => {
    const differences = differencesOf(
      alignSets([
        reviewed(1, [["claim", 0, 10, { claim_type: "demand" }]]),
        reviewed(2, [["actor", 0, 10, { actor_type: "person" }]]),
      ]),
    );
    expect(differences.map(({ kind }) => kind)).toEqual(["label"]);
  });

  it("take a list of values for the set of them", () => {
    const differences = differencesOf(
      alignSets([
        reviewed(1, [["claim", 0, 10, { concept_supports: ["peace", "oil"] }]]),
        reviewed(2, [["claim", 0, 10, { concept_supports: ["oil", "peace"] }]]),
      ]),
    );
    expect(differences).toEqual([]);
  });

  it("name a relation that one set lacks, at the annotation it starts from", () => {
    const differences = differencesOf(
      alignSets([reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim])]),
    );
    expect(differences).toMatchObject([{ kind: "relation", variants: [{ value: {} }, { value: null }] }]);
    expect(at(differences, 0).cluster.members[0]?.annotation.label).toBe("claim");
  });

  it("do not blame a set for a relation whose end it lacks", () => {
    const alignment = alignSets([reviewed(1, [actor, claim], [madeBy]), reviewed(2, [claim])]);
    expect(differencesOf(alignment).map(({ kind }) => kind)).toEqual(["missing"]);
    expect(alignment.relations.every(isUnanimousRelation)).toBe(true);
  });

  it("stand in text order, those of one place by kind", () => {
    const differences = differencesOf(
      alignSets([
        reviewed(1, [["claim", 13, 28, { claim_type: "demand" }], actor], [["made_by", 0, 1]]),
        reviewed(2, [
          ["claim", 19, 28, { claim_type: "factual" }],
          ["actor", 6, 10],
        ]),
      ]),
    );
    expect(differences.map(({ kind }) => kind)).toEqual([
      "boundary",
      "attribute",
      "boundary",
      "attribute",
      "relation",
    ]);
  });
});

describe("unanimous", () => {
  it("is what two sets at least have alike, whatever it is related to", () => {
    const alignment = alignSets([reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim])]);
    expect(alignment.clusters.map((cluster) => isUnanimous(alignment, cluster))).toEqual([true, true]);
    const alone = alignSets([reviewed(1, [actor])]);
    expect(isUnanimous(alone, at(alone.clusters, 0))).toBe(false);
    const missing = alignSets([reviewed(1, [actor]), reviewed(2, [actor]), reviewed(3, [])]);
    expect(isUnanimous(missing, at(missing.clusters, 0))).toBe(false);
  });
});
