import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Operation } from "@/lib/core/annotation/operation";
import type { AnnotationId } from "@/lib/core/ids";
import { labelOf, relationTypeOf, type Schema } from "@/lib/core/schema/schema";
import { shortQuote, valueText } from "@/lib/client/session/describe-act";

export interface OperationWords {
  readonly what: string;
  /** What the person wrote or marked, to be copied; null where there is none. */
  readonly text: string | null;
}

/** What an operation wanted to do. */
export function operationWords(operation: Operation, set: AnnotationSet, schema: Schema): OperationWords {
  const quoteOf = (id: AnnotationId): string => {
    const annotation = set.annotations.get(id);
    return annotation === undefined ? "an annotation" : shortQuote(annotation.quote);
  };
  const nameOf = (key: string): string => labelOf(schema, key)?.name ?? key;
  switch (operation.kind) {
    case "annotation.create":
      return { what: `Mark as ${nameOf(operation.body.label)}`, text: operation.body.quote ?? null };
    case "annotation.setSpan":
      return {
        what: `Move the boundary of ${quoteOf(operation.target)}`,
        text: operation.body.quote ?? null,
      };
    case "annotation.setLabel":
      return { what: `Make ${quoteOf(operation.target)} a ${nameOf(operation.body.label)}`, text: null };
    case "annotation.setAttribute":
      return {
        what: `Set ${operation.body.key} of ${quoteOf(operation.target)}`,
        text: valueText(operation.body.value),
      };
    case "annotation.setNote":
      return { what: `Note on ${quoteOf(operation.target)}`, text: operation.body.note };
    case "annotation.delete":
      return { what: `Delete ${quoteOf(operation.target)}`, text: null };
    case "annotation.restore":
      return { what: `Restore ${quoteOf(operation.target)}`, text: null };
    case "relation.create": {
      const { type, from, to } = operation.body;
      return {
        what: `Link ${quoteOf(from)} ${relationTypeOf(schema, type)?.name ?? type} ${quoteOf(to)}`,
        text: null,
      };
    }
    case "relation.setAttribute":
      return { what: `Set ${operation.body.key} of a link`, text: valueText(operation.body.value) };
    case "relation.delete":
      return { what: "Remove a link", text: null };
    case "relation.restore":
      return { what: "Restore a link", text: null };
    case "undo":
      return { what: "Undo a change", text: null };
    case "set.submit":
      return { what: "Submit", text: null };
    case "set.return":
      return { what: "Give the work back", text: null };
    case "set.accept":
      return { what: "Accept", text: null };
    case "set.reopen":
      return { what: "Reopen", text: null };
  }
}
