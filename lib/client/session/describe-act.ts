import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import { isRelationLive, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Operation } from "@/lib/core/annotation/operation";
import {
  labelOf,
  relationTypeOf,
  type Attribute,
  type AttributeValue,
  type Schema,
} from "@/lib/core/schema/schema";

/** What an act made different, in words to be read aloud; empty where nothing shows. */
export function describeAct({ operations, before, after }: Act, schema: Schema): string {
  const changes = operations.flatMap(({ id }) => after.applied.get(id)?.change ?? []);
  const annotations = new Set(changes.flatMap((change) => (change.of === "annotation" ? change.id : [])));
  const relations = new Set(changes.flatMap((change) => (change.of === "relation" ? change.id : [])));
  const parts = [
    ...[...annotations].map((id) =>
      describeAnnotation(before.annotations.get(id), after.annotations.get(id), schema),
    ),
    ...[...relations].map((id) =>
      describeRelation(before.relations.get(id), after.relations.get(id), { before, after }, schema),
    ),
  ].filter((part) => part !== "");
  const [first = "", ...more] = parts;
  return more.length < 3 ? parts.join(" ") : `${first} And ${more.length} more changes.`;
}

interface Act {
  readonly operations: readonly Operation[];
  readonly before: AnnotationSet;
  readonly after: AnnotationSet;
}

/** The beginning and the end of a long quote, so that it can be told from others without being read out whole. */
export function shortQuote(quote: string): string {
  const words = quote.trim().split(/\s+/u);
  const short =
    words.length > 12 ? `${words.slice(0, 8).join(" ")} … ${words.slice(-3).join(" ")}` : words.join(" ");
  return `“${short}”`;
}

export function valueText(value: AttributeValue | null | undefined): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.join(", ") : String(value);
}

function describeAnnotation(
  old: Annotation | undefined,
  now: Annotation | undefined,
  schema: Schema,
): string {
  if (now === undefined) return "";
  const name = (key: string): string => labelOf(schema, key)?.name ?? key;
  const what = `${name(now.label)} ${shortQuote(now.quote)}`;
  if (old === undefined) return now.live ? `Made ${what}.` : "";
  if (now.live !== old.live) return now.live ? `${what} is back.` : `Deleted ${what}.`;
  if (!now.live) return "";
  return [
    now.label !== old.label && `${shortQuote(now.quote)} is now ${name(now.label)}.`,
    (now.start !== old.start || now.end !== old.end) &&
      `${name(now.label)} now covers ${shortQuote(now.quote)}.`,
    now.note !== old.note && (now.note === null ? "Note removed." : "Note kept."),
    ...(labelOf(schema, now.label)?.attributes ?? []).map((attribute) =>
      describeAttribute(attribute, old, now),
    ),
  ]
    .filter((part) => typeof part === "string" && part !== "")
    .join(" ");
}

function describeAttribute(
  { key, name }: Attribute,
  old: Pick<Annotation, "attributes">,
  now: Pick<Annotation, "attributes">,
): string {
  const [from, to] = [old.attributes[key], now.attributes[key]];
  return JSON.stringify(from) === JSON.stringify(to) ? "" : `${name}: ${valueText(to)}.`;
}

function describeRelation(
  old: Relation | undefined,
  now: Relation | undefined,
  { before, after }: Pick<Act, "before" | "after">,
  schema: Schema,
): string {
  if (now === undefined) return "";
  const wasLive = old !== undefined && isRelationLive(before, old);
  const isLive = isRelationLive(after, now);
  const name = relationTypeOf(schema, now.type)?.name ?? now.type;
  const [from, to] = [after.annotations.get(now.from), after.annotations.get(now.to)];
  // What goes or comes with its end needs no words of its own.
  if (from?.live !== true || to?.live !== true) return "";
  if (wasLive && isLive) {
    return (relationTypeOf(schema, now.type)?.attributes ?? [])
      .map((attribute) => describeAttribute(attribute, old, now))
      .filter((part) => part !== "")
      .join(" ");
  }
  if (wasLive === isLive) return "";
  const link = `${shortQuote(from.quote)} ${name} ${shortQuote(to.quote)}`;
  return isLive ? `Linked: ${link}.` : `Link removed: ${link}.`;
}
