import { z } from "zod";
import { PALETTE, type Attribute, type Label, type RelationType } from "@/lib/core/schema/schema";
import { line, wellFormed } from "./text";

const reserved = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Permanent name of a label, attribute or relation type: what files and programs refer to. */
export const KeySchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,63}$/,
    "Lower-case letters, digits and underscores, beginning with a letter; at most 64.",
  )
  .refine((key) => !reserved.has(key), "This name is reserved.");

const name = line(100);
const attributeBase = { key: KeySchema, name, required: z.boolean().default(false) };

export const AttributeSchema = z.discriminatedUnion("type", [
  z.strictObject({
    ...attributeBase,
    type: z.literal("enum"),
    values: z.array(line(200)).min(1, "Give at least one value.").max(200),
    multiple: z.boolean().default(false),
  }),
  z.strictObject({ ...attributeBase, type: z.literal("text"), multiple: z.boolean().default(false) }),
  z.strictObject({ ...attributeBase, type: z.literal("boolean"), multiple: z.literal(false).default(false) }),
  z.strictObject({ ...attributeBase, type: z.literal("number"), multiple: z.literal(false).default(false) }),
]) satisfies z.ZodType<Attribute>;

export const LabelSchema = z.strictObject({
  key: KeySchema,
  name,
  color: z.enum(PALETTE),
  hotkey: z
    .string()
    .regex(/^[a-z0-9]$/, "One lower-case letter or digit.")
    .nullable()
    .default(null),
  description: wellFormed.max(2000).default(""),
  archived: z.boolean().default(false),
  attributes: z.array(AttributeSchema).max(50).default([]),
}) satisfies z.ZodType<Label>;

export const RelationTypeSchema = z.strictObject({
  key: KeySchema,
  name,
  from: z.array(KeySchema).min(1, "Name at least one label."),
  to: z.array(KeySchema).min(1, "Name at least one label."),
  min: z.int().min(0).max(1000).default(0),
  max: z.int().min(1).max(1000).nullable().default(null),
  waivedBy: z
    .array(
      z.strictObject({
        attribute: KeySchema,
        values: z.array(z.union([z.string(), z.number(), z.boolean()])).nullable(),
      }),
    )
    .max(20)
    .default([]),
  attributes: z.array(AttributeSchema).max(50).default([]),
}) satisfies z.ZodType<RelationType>;

/** What `PUT …/schema` takes; the version goes in `If-Match`. A `version` sent back as it was read is ignored. */
export const SchemaBody = z.strictObject({
  version: z.int().optional(),
  labels: z.array(LabelSchema).max(50),
  relationTypes: z.array(RelationTypeSchema).max(50),
});
export type SchemaBody = z.output<typeof SchemaBody>;
