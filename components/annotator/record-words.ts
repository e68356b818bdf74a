import type { Change } from "@/lib/core/annotation/change";
import { labelOf, relationTypeOf, type Attribute, type Schema } from "@/lib/core/schema/schema";
import { REFUSAL_MESSAGES } from "@/lib/contracts/refusals";
import type { OperationRecord } from "@/lib/contracts/operations";
import { shortQuote, valueText } from "@/lib/client/session/describe-act";
import type { AttributeValue } from "@/lib/core/schema/schema";

/** A line of the log in words. */
export function recordWords({ change, status, reason, undoes }: OperationRecord, schema: Schema): string {
  if (status === "rejected") return reason === null ? "Refused" : `Refused: ${REFUSAL_MESSAGES[reason]}`;
  const words = change === null ? "Changed" : changeWords(change, schema);
  return undoes === null ? words : `Undone, so: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function changeWords(change: Change, schema: Schema): string {
  switch (change.of) {
    case "state":
      return `Now ${change.after.replace("_", " ")}`;
    case "relation": {
      const isLive = change.fields["live"]?.after?.value;
      const name =
        change.created === undefined
          ? ""
          : ` “${relationTypeOf(schema, change.created.type)?.name ?? change.created.type}”`;
      if (isLive === true) return `Link${name} added`;
      if (isLive === false) return "Link removed";
      return "Link changed";
    }
    case "annotation": {
      if (change.created !== undefined) {
        return `Made as ${labelOf(schema, change.created.label)?.name ?? change.created.label} ${shortQuote(change.created.quote)}`;
      }
      return Object.entries(change.fields)
        .map(([field, { after }]) => fieldWords(field, after?.value ?? null, schema))
        .join("; ");
    }
  }
}

function fieldWords(field: string, value: unknown, schema: Schema): string {
  switch (field) {
    case "live":
      return value === true ? "Restored" : "Deleted";
    case "span":
      return `Boundary: ${shortQuote(quoteOf(value))}`;
    case "label":
      return `Label: ${labelOf(schema, String(value))?.name ?? String(value)}`;
    case "note":
      return typeof value === "string" ? `Note: ${value}` : "Note removed";
    default:
      return `${attributeName(field, schema)}: ${fieldValue(value)}`;
  }
}

function quoteOf(value: unknown): string {
  return typeof value === "object" && value !== null && "quote" in value ? String(value.quote) : "";
}

/** The value of an attribute, as a change holds it. */
export function fieldValue(value: unknown): string {
  return valueText(value as AttributeValue | null);
}

/** What people call the attribute that `attributes.<key>` is a field of. */
export function attributeName(field: string, schema: Schema): string {
  const key = field.replace(/^attributes\./, "");
  const all: readonly Attribute[] = [...schema.labels, ...schema.relationTypes].flatMap(
    ({ attributes }) => attributes,
  );
  return all.find((attribute) => attribute.key === key)?.name ?? key;
}
