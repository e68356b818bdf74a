import type { Attribute, RelationType, Schema } from "./schema";

export const PRESETS = ["claim-actor-stance", "blank"] as const;
export type Preset = (typeof PRESETS)[number];

/** The first schema of a new project. */
export function presetSchema(preset: Preset): Schema {
  switch (preset) {
    case "claim-actor-stance":
      return CLAIM_ACTOR_STANCE;
    case "blank":
      return { version: 1, labels: [], relationTypes: [] };
  }
}

const oneOf = (key: string, name: string, values: readonly string[], required = false): Attribute => ({
  key,
  name,
  type: "enum",
  values,
  multiple: false,
  required,
});
const text = (key: string, name: string, multiple = false): Attribute => ({
  key,
  name,
  type: "text",
  multiple,
  required: false,
});
const flag = (key: string, name: string): Attribute => ({
  key,
  name,
  type: "boolean",
  multiple: false,
  required: false,
});

const relation = (
  key: string,
  name: string,
  from: readonly string[],
  to: readonly string[],
  cardinality: Partial<Pick<RelationType, "min" | "max" | "waivedBy">> = {},
): RelationType => ({ key, name, from, to, min: 0, max: null, waivedBy: [], attributes: [], ...cardinality });

/**
 * Who says it, what is said, which side is taken. The fields follow political claims analysis (Koopmans and
 * Statham), MARDY (Padó et al. 2019) and Discourse Network Analysis (Leifeld); see the guideline of the preset.
 */
const CLAIM_ACTOR_STANCE: Schema = {
  version: 1,
  labels: [
    {
      key: "claim",
      name: "Claim",
      color: "amber",
      hotkey: "1",
      description:
        "What is demanded, judged, asserted or announced: the smallest clause that carries the content.",
      archived: false,
      attributes: [
        oneOf("claim_type", "Type", ["demand", "evaluation", "factual", "announcement"], true),
        oneOf("reporting", "Reporting", ["direct", "indirect", "mixed", "authorial"], true),
        oneOf("check_worthy", "Check-worthy", ["yes", "no", "unsure"]),
        text("concept_supports", "Concepts supported", true),
        text("concept_opposes", "Concepts opposed", true),
        flag("anaphoric", "Anaphoric"),
        flag("elliptical_subject", "Elliptical subject"),
      ],
    },
    {
      key: "actor",
      name: "Actor",
      color: "blue",
      hotkey: "2",
      description:
        "Who makes or receives a claim, holds or receives a stance, or is affected: the full noun phrase.",
      archived: false,
      attributes: [
        oneOf(
          "actor_type",
          "Type",
          ["person", "organization", "government", "international", "group", "media", "unknown"],
          true,
        ),
        text("canonical", "Canonical name"),
        text("person", "Person"),
        text("organization", "Organisation"),
        oneOf("mention", "Mention", ["name", "nominal", "pronoun"]),
      ],
    },
    {
      key: "stance",
      name: "Stance",
      color: "rose",
      hotkey: "3",
      description:
        "The shortest expression that shows which side an actor takes towards a claim or an actor.",
      archived: false,
      attributes: [
        oneOf("polarity", "Polarity", ["favor", "against", "neutral", "unclear"], true),
        oneOf("explicitness", "Explicitness", ["explicit", "implicit"]),
        text("target_concept", "Target concept"),
      ],
    },
  ],
  relationTypes: [
    relation("made_by", "made by", ["claim"], ["actor"], {
      min: 1,
      waivedBy: [
        { attribute: "reporting", values: ["authorial"] },
        { attribute: "anaphoric", values: [true] },
      ],
    }),
    relation("addressed_to", "addressed to", ["claim"], ["actor"]),
    relation("affects", "affects", ["claim"], ["actor"]),
    relation("held_by", "held by", ["stance"], ["actor"], { min: 1 }),
    relation("toward", "toward", ["stance"], ["claim", "actor"], {
      min: 1,
      max: 1,
      waivedBy: [{ attribute: "target_concept", values: null }],
    }),
  ],
};
