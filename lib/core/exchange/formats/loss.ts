import type { AttributeValues } from "../../schema/schema";
import type { SourceRelation, SourceSpan, TrainingSource } from "../training-row";

/** What a format may be unable to hold. One loss is one thing left out or changed. */
export const LOSS_KINDS = [
  "text",
  "metadata",
  "annotator",
  "span",
  "overlap",
  "border",
  "attribute",
  "note",
  "relation",
  "relation_attribute",
] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** One thing that did not get into a file, or not as it is. */
export interface Loss {
  readonly kind: LossKind;
  /** The id of the annotation or relation; null where it is the document's. */
  readonly of: string | null;
  /** What was left out or changed, in words that name it. */
  readonly reason: string;
}

/** How many, with the noun that fits: "1 relation", "8 relations". */
export const LOSS_NAMES: Readonly<Record<LossKind, { readonly one: string; readonly many: string }>> = {
  text: { one: "text not exactly kept", many: "texts not exactly kept" },
  metadata: { one: "document with metadata left out", many: "documents with metadata left out" },
  annotator: { one: "annotator’s name left out", many: "annotators’ names left out" },
  span: { one: "span left out", many: "spans left out" },
  overlap: { one: "overlapping span left out", many: "overlapping spans left out" },
  border: { one: "span moved to the borders of tokens", many: "spans moved to the borders of tokens" },
  attribute: { one: "attribute left out", many: "attributes left out" },
  note: { one: "note left out or changed", many: "notes left out or changed" },
  relation: { one: "relation left out", many: "relations left out" },
  relation_attribute: { one: "attribute of a relation left out", many: "attributes of relations left out" },
};

/** One loss for each attribute that has a value. */
export function attributeLosses(
  of: string,
  attributes: AttributeValues,
  kind: "attribute" | "relation_attribute" = "attribute",
): readonly Loss[] {
  return Object.entries(attributes).map(([key, value]) => ({
    kind,
    of,
    reason: `${key} = ${shownValue(value)}`,
  }));
}

export function noteLoss({ id, note }: SourceSpan): readonly Loss[] {
  return note === null ? [] : [{ kind: "note", of: id, reason: note }];
}

/** The relation and nothing more: what is left out with it is not counted again. */
export function relationLoss(
  { id, type }: SourceRelation,
  reason = `The format has no relations: ${type}`,
): Loss {
  return { kind: "relation", of: id, reason };
}

export function annotatorLoss({ set }: TrainingSource): readonly Loss[] {
  if (set?.annotator == null) return [];
  return [{ kind: "annotator", of: null, reason: set.annotator }];
}

/** The metadata fields that have a value and are not among `held`, as one loss of the document. */
export function metadataLoss(
  { document }: TrainingSource,
  held: readonly (keyof TrainingSource["document"]["meta"] | "externalId")[] = [],
): readonly Loss[] {
  const { extra, ...fields } = document.meta;
  const lost = [
    ...Object.entries({ externalId: document.externalId, ...fields })
      .filter(([key, value]) => value !== null && !held.some((one) => one === key))
      .map(([key]) => key),
    ...(held.includes("extra") ? [] : Object.keys(extra)),
  ];
  return lost.length === 0 ? [] : [{ kind: "metadata", of: null, reason: lost.join(", ") }];
}

function shownValue(value: AttributeValues[string]): string {
  return typeof value === "object" ? value.join("; ") : String(value);
}
