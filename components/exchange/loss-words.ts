import type { LossKind } from "@/lib/core/exchange/formats/loss";
import { either } from "./either";

/** What a format may be unable to hold, as a noun. */
const NOUNS: Record<LossKind, string> = {
  text: "the exact text",
  metadata: "metadata",
  annotator: "annotators’ names",
  span: "spans for which it has no place",
  overlap: "overlapping spans",
  border: "exact borders",
  attribute: "attributes",
  note: "notes",
  relation: "relations",
  relation_attribute: "attributes of relations",
};

/** What a format cannot hold, in a sentence. */
export function lossesInWords(loses: readonly LossKind[]): string {
  if (loses.length === 0) return "It holds everything that the sets say.";
  return `It cannot always hold ${either(loses.map((kind) => NOUNS[kind]))}.`;
}
