import { describe, expect, it } from "vitest";
import { checkChange } from "./check-change";
import { presetSchema } from "./preset";
import type { Attribute, Label, Schema } from "./schema";

const before = presetSchema("claim-actor-stance");
const placesOf = (after: Schema) => checkChange(before, after).map(({ path, code }) => `${path} ${code}`);

/** The preset with its first label, the claim, changed. */
const withClaim = (change: (claim: Label) => Label): Schema => ({
  ...before,
  labels: before.labels.map((label) => (label.key === "claim" ? change(label) : label)),
});
const withClaimType = (change: (attribute: Attribute) => Attribute): Schema =>
  withClaim((claim) => ({
    ...claim,
    attributes: claim.attributes.map((one) => (one.key === "claim_type" ? change(one) : one)),
  }));

describe("checkChange", () => {
  it("lets everything be renamed, recoloured, reordered, archived and added to", () => {
    const after: Schema = {
      version: 1,
      labels: [
        ...before.labels
          .toReversed()
          .map((label) => ({ ...label, name: `New ${label.name}`, color: "teal" as const, archived: true })),
        {
          key: "cue",
          name: "Cue",
          color: "slate",
          hotkey: "4",
          description: "",
          archived: false,
          attributes: [],
        },
      ],
      relationTypes: before.relationTypes
        .toReversed()
        .map((type) => ({ ...type, name: `${type.name}!`, min: 0, max: 9, waivedBy: [] })),
    };
    expect(checkChange(before, after)).toEqual([]);
  });

  it("keeps labels and relation types for what refers to them", () => {
    expect(
      placesOf({ version: 1, labels: before.labels.slice(1), relationTypes: before.relationTypes.slice(1) }),
    ).toEqual(["labels removed", "relationTypes removed"]);
  });

  it("keeps attributes", () => {
    expect(placesOf(withClaim((claim) => ({ ...claim, attributes: claim.attributes.slice(1) })))).toEqual([
      "labels[0].attributes removed",
    ]);
  });

  it("keeps the values of an enum, in whatever order, and takes new ones", () => {
    const values = (after: readonly string[]) =>
      withClaimType((one) => (one.type === "enum" ? { ...one, values: after } : one));
    expect(placesOf(values(["new", "factual", "evaluation", "demand", "announcement"]))).toEqual([]);
    expect(placesOf(values(["demand", "evaluation", "factual"]))).toEqual([
      "labels[0].attributes[0].values removed",
    ]);
  });

  it("keeps the type of an attribute, and whether it takes several values", () => {
    const { key, name } = { key: "claim_type", name: "Type" };
    const asText: Attribute = { key, name, type: "text", multiple: false, required: false };
    expect(placesOf(withClaimType(() => asText))).toEqual(["labels[0].attributes[0].type type_changed"]);
    expect(
      placesOf(withClaimType((one) => (one.type === "enum" ? { ...one, multiple: true } : one))),
    ).toEqual(["labels[0].attributes[0].multiple type_changed"]);
  });

  it("lets an attribute become required, or cease to be", () => {
    expect(placesOf(withClaimType((one) => ({ ...one, required: !one.required })))).toEqual([]);
  });
});
