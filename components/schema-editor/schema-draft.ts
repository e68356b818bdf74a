import type { Attribute, Label, PaletteColor, RelationType, Schema, Waiver } from "@/lib/core/schema/schema";

/** A schema while it is edited: what fields hold, at the same paths as in what is sent. */
export interface SchemaDraft {
  readonly labels: LabelDraft[];
  readonly relationTypes: RelationTypeDraft[];
}

interface Keyed {
  /** Not stored yet, so that its key can still be chosen and it can be removed. */
  readonly isNew: boolean;
  readonly key: string;
  readonly name: string;
}

export interface LabelDraft extends Keyed {
  readonly color: PaletteColor;
  /** "": none. */
  readonly hotkey: string;
  readonly description: string;
  readonly archived: boolean;
  readonly attributes: AttributeDraft[];
}

export interface RelationTypeDraft extends Keyed {
  readonly from: string[];
  readonly to: string[];
  readonly min: number | null;
  readonly max: number | null;
  readonly waivedBy: readonly Waiver[];
  readonly attributes: AttributeDraft[];
}

export interface AttributeDraft extends Keyed {
  readonly type: Attribute["type"];
  /** One a line; kept while another type is tried. */
  readonly values: string;
  readonly multiple: boolean;
  readonly required: boolean;
}

/** Where a draft holds attributes. */
export type AttributesPath = `labels.${number}.attributes` | `relationTypes.${number}.attributes`;

export function toDraft({ labels, relationTypes }: Pick<Schema, "labels" | "relationTypes">): SchemaDraft {
  return {
    labels: labels.map((label) => ({
      ...label,
      isNew: false,
      hotkey: label.hotkey ?? "",
      attributes: label.attributes.map(toAttributeDraft),
    })),
    relationTypes: relationTypes.map((type) => ({
      ...type,
      isNew: false,
      from: [...type.from],
      to: [...type.to],
      attributes: type.attributes.map(toAttributeDraft),
    })),
  };
}

/** What is sent. A relation forgets ends that no label of the draft answers to any more. */
export function fromDraft({ labels, relationTypes }: SchemaDraft): Pick<Schema, "labels" | "relationTypes"> {
  const keys = new Set(labels.map((label) => label.key));
  return {
    labels: labels.map(fromLabelDraft),
    relationTypes: relationTypes.map((type) => fromRelationTypeDraft(type, keys)),
  };
}

function toAttributeDraft(attribute: Attribute): AttributeDraft {
  return { ...attribute, isNew: false, values: attribute.type === "enum" ? attribute.values.join("\n") : "" };
}

function fromLabelDraft({ isNew: _, hotkey, attributes, ...label }: LabelDraft): Label {
  return { ...label, hotkey: hotkey === "" ? null : hotkey, attributes: attributes.map(fromAttributeDraft) };
}

function fromRelationTypeDraft(
  { isNew: _, ...type }: RelationTypeDraft,
  keys: ReadonlySet<string>,
): RelationType {
  return {
    ...type,
    from: type.from.filter((key) => keys.has(key)),
    to: type.to.filter((key) => keys.has(key)),
    min: type.min ?? 0,
    attributes: type.attributes.map(fromAttributeDraft),
  };
}

function fromAttributeDraft({ key, name, type, values, multiple, required }: AttributeDraft): Attribute {
  const base = { key, name, required };
  switch (type) {
    case "enum":
      return { ...base, type, values: valuesOf(values), multiple };
    case "text":
      return { ...base, type, multiple };
    case "boolean":
    case "number":
      return { ...base, type, multiple: false };
  }
}

/** The values of a choice, one a line, without blanks around them. */
export function valuesOf(values: string): readonly string[] {
  return values
    .split("\n")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
