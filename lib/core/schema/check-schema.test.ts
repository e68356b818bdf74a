import { describe, expect, it } from "vitest";
import { checkSchema } from "./check-schema";
import { presetSchema } from "./preset";
import type { Attribute, Label, RelationType, Schema } from "./schema";

const aLabel = (key: string, more: Partial<Label> = {}): Label => ({
  key,
  name: key,
  color: "amber",
  hotkey: null,
  description: "",
  archived: false,
  attributes: [],
  ...more,
});
const aRelationType = (key: string, more: Partial<RelationType> = {}): RelationType => ({
  key,
  name: key,
  from: ["claim"],
  to: ["claim"],
  min: 0,
  max: null,
  waivedBy: [],
  attributes: [],
  ...more,
});
const anEnum = (key: string, values: readonly string[], multiple = false): Attribute => ({
  key,
  name: key,
  type: "enum",
  values,
  multiple,
  required: false,
});
const aNumber = (key: string): Attribute => ({
  key,
  name: key,
  type: "number",
  multiple: false,
  required: false,
});
const aSchema = (labels: readonly Label[], relationTypes: readonly RelationType[] = []): Schema => ({
  version: 1,
  labels,
  relationTypes,
});
const placesOf = (schema: Schema) => checkSchema(schema).map(({ path, code }) => `${path} ${code}`);

describe("checkSchema", () => {
  it("finds nothing wrong with the presets", () => {
    expect(checkSchema(presetSchema("claim-actor-stance"))).toEqual([]);
    expect(checkSchema(presetSchema("blank"))).toEqual([]);
  });

  it("names the place of a key that is taken", () => {
    expect(placesOf(aSchema([aLabel("claim", { name: "A" }), aLabel("claim", { name: "B" })]))).toEqual([
      "labels[1].key duplicate_key",
    ]);
  });

  it("takes names that are equal under NFKC for the same name", () => {
    const ligature = aSchema([aLabel("a", { name: "ofﬁce" }), aLabel("b", { name: "office" })]);
    expect(placesOf(ligature)).toEqual(["labels[1].name duplicate_name"]);
  });

  it("lets names differ in case or by letters of another script", () => {
    const apart = aSchema([
      aLabel("a", { name: "Actor" }),
      aLabel("b", { name: "actor" }),
      aLabel("c", { name: "Аctor" }),
    ]);
    expect(checkSchema(apart)).toEqual([]);
  });

  it("gives each hotkey to one label, and lets many have none", () => {
    const schema = aSchema([
      aLabel("a", { hotkey: "1" }),
      aLabel("b"),
      aLabel("c"),
      aLabel("d", { hotkey: "1" }),
    ]);
    expect(checkSchema(schema)).toEqual([
      {
        path: "labels[3].hotkey",
        code: "duplicate_hotkey",
        message: "The hot key “1” belongs to the label “a” already. Choose another.",
      },
    ]);
  });

  it("wants every attribute key, name and enum value of a label once", () => {
    const schema = aSchema([
      aLabel("claim", {
        attributes: [
          anEnum("type", ["a", "b", "a"]),
          aNumber("weight"),
          { ...aNumber("weight"), name: "type" },
        ],
      }),
    ]);
    expect(placesOf(schema)).toEqual([
      "labels[0].attributes[2].key duplicate_key",
      "labels[0].attributes[2].name duplicate_name",
      "labels[0].attributes[0].values[2] duplicate_value",
    ]);
  });

  it("wants one type of value under one attribute key, so that exports can give it one column", () => {
    const schema = aSchema([
      aLabel("a", { attributes: [anEnum("degree", ["high"])] }),
      aLabel("b", { attributes: [aNumber("degree")] }),
      aLabel("c", { attributes: [anEnum("degree", ["low"])] }),
      aLabel("d", { attributes: [anEnum("degree", ["low"], true)] }),
    ]);
    expect(placesOf(schema)).toEqual([
      "labels[1].attributes[0].type differing_type",
      "labels[3].attributes[0].type differing_type",
    ]);
  });

  it("refuses relation types between labels that are not there", () => {
    const schema = aSchema(
      [aLabel("claim")],
      [aRelationType("made_by", { from: ["claim", "claim"], to: ["actor"] })],
    );
    expect(placesOf(schema)).toEqual([
      "relationTypes[0].from[1] duplicate_value",
      "relationTypes[0].to[0] unknown_label",
    ]);
  });

  it("refuses a maximum below the minimum", () => {
    const schema = aSchema([aLabel("claim")], [aRelationType("r", { min: 2, max: 1 })]);
    expect(placesOf(schema)).toEqual(["relationTypes[0].max max_below_min"]);
  });

  it("refuses waivers by attributes or values that the labels of the domain lack", () => {
    const claim = aLabel("claim", {
      attributes: [anEnum("reporting", ["direct"]), anEnum("topics", ["war"], true)],
    });
    const actor = aLabel("actor", { attributes: [aNumber("size")] });
    const waivedBy = [
      { attribute: "size", values: null },
      { attribute: "reporting", values: ["direct", "authorial", true] },
      { attribute: "topics", values: ["war"] },
    ];
    expect(placesOf(aSchema([claim, actor], [aRelationType("r", { waivedBy })]))).toEqual([
      "relationTypes[0].waivedBy[0].attribute unknown_attribute",
      "relationTypes[0].waivedBy[1].values[1] unknown_value",
      "relationTypes[0].waivedBy[1].values[2] unknown_value",
    ]);
  });
});
