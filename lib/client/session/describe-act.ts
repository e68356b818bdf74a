import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import { isRelationLive, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import {
  labelOf,
  relationTypeOf,
  type Attribute,
  type AttributeValue,
  type Schema,
} from "@/lib/core/schema/schema";

/** What became different between two states of a set, in words to be read aloud; empty where nothing shows. */
export function describeAct(before: AnnotationSet, after: AnnotationSet, schema: Schema): string {
  const annotations = changesOf(before.annotations, after.annotations).map(([old, now]) =>
    describeAnnotation(old, now, schema),
  );
  const relations = changesOf(before.relations, after.relations).map(([old, now]) =>
    describeRelation(old !== undefined && isRelationLive(before, old), now, after, schema),
  );
  const parts = [...annotations, ...relations].filter((part) => part !== "");
  const [first = "", ...more] = parts;
  return more.length < 3 ? parts.join(" ") : `${first} And ${more.length} more changes.`;
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

function changesOf<K, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
): readonly (readonly [V | undefined, V])[] {
  return [...after]
    .filter(([key, value]) => before.get(key) !== value)
    .map(([key, value]) => [before.get(key), value] as const);
}

function describeAnnotation(old: Annotation | undefined, now: Annotation, schema: Schema): string {
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

function describeAttribute({ key, name }: Attribute, old: Annotation, now: Annotation): string {
  const [from, to] = [old.attributes[key], now.attributes[key]];
  return JSON.stringify(from) === JSON.stringify(to) ? "" : `${name}: ${valueText(to)}.`;
}

function describeRelation(wasLive: boolean, now: Relation, set: AnnotationSet, schema: Schema): string {
  const isLive = isRelationLive(set, now);
  const [from, to] = [set.annotations.get(now.from), set.annotations.get(now.to)];
  // What goes or comes with its end needs no words of its own.
  if (wasLive === isLive || from?.live !== true || to?.live !== true) return "";
  const link = `${shortQuote(from.quote)} ${relationTypeOf(schema, now.type)?.name ?? now.type} ${shortQuote(to.quote)}`;
  return isLive ? `Linked: ${link}.` : `Link removed: ${link}.`;
}
