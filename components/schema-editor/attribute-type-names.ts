import type { Attribute } from "@/lib/core/schema/schema";

export const ATTRIBUTE_TYPE_NAMES: Record<Attribute["type"], string> = {
  enum: "Choice",
  text: "Text",
  boolean: "Yes or no",
  number: "Number",
};
