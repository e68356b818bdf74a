/** What a project's annotations may look like. Keys are permanent; names, colours and order may change. */
export interface Schema {
  readonly version: number;
  readonly labels: readonly Label[];
  readonly relationTypes: readonly RelationType[];
}

export interface Label {
  readonly key: string;
  readonly name: string;
  /** The name of a palette colour (`PALETTE`). */
  readonly color: PaletteColor;
  /** One character, or null. */
  readonly hotkey: string | null;
  readonly description: string;
  /** An archived label stays on what carries it and is not offered any more. */
  readonly archived: boolean;
  readonly attributes: readonly Attribute[];
}

interface AttributeBase {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
}
interface EnumAttribute extends AttributeBase {
  readonly type: "enum";
  readonly values: readonly string[];
  readonly multiple: boolean;
}
interface TextAttribute extends AttributeBase {
  readonly type: "text";
  readonly multiple: boolean;
}
interface BooleanAttribute extends AttributeBase {
  readonly type: "boolean";
  readonly multiple: false;
}
interface NumberAttribute extends AttributeBase {
  readonly type: "number";
  readonly multiple: false;
}
export type Attribute = EnumAttribute | TextAttribute | BooleanAttribute | NumberAttribute;

/** A list stands for an attribute that takes several values. */
export type AttributeValue = string | number | boolean | readonly string[];
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

export interface RelationType {
  readonly key: string;
  readonly name: string;
  /** Keys of the labels the relation may start from. */
  readonly from: readonly string[];
  /** Keys of the labels it may lead to. */
  readonly to: readonly string[];
  /** How many of this type an annotation of the domain should have; checked at submission. */
  readonly min: number;
  /** Attributes of the annotation it starts from that make `min` void. */
  readonly waivedBy: readonly Waiver[];
  /** Null: any number. */
  readonly max: number | null;
  readonly attributes: readonly Attribute[];
}

/** The colours a label can have; `globals.css` gives each a light and a dark fill and line. */
export const PALETTE = [
  "amber",
  "blue",
  "rose",
  "teal",
  "violet",
  "green",
  "orange",
  "sky",
  "pink",
  "lime",
  "indigo",
  "slate",
] as const;
export type PaletteColor = (typeof PALETTE)[number];

/** Holds when the attribute has one of `values`, or, where `values` is null, has any value at all. */
export interface Waiver {
  readonly attribute: string;
  readonly values: readonly (string | number | boolean)[] | null;
}

export function labelOf(schema: Schema, key: string): Label | undefined {
  return schema.labels.find((label) => label.key === key);
}

export function relationTypeOf(schema: Schema, key: string): RelationType | undefined {
  return schema.relationTypes.find((type) => type.key === key);
}
