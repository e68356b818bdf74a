import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import type { AnnotationId } from "@/lib/core/ids";
import type { AttributeValue } from "@/lib/core/schema/schema";
import { sideBySide } from "@/lib/core/span/side-by-side";
import { contains, hull, type Span } from "@/lib/core/span/span";
import type { DocumentText } from "@/lib/core/text/document-text";
import { codePoint } from "@/lib/core/text/offsets";
import type { Segments } from "@/lib/core/text/segments";
import { nextToken, previousToken } from "@/lib/core/text/token-moves";
import type { AnnotationIndex } from "./annotation-index";
import type { Environment } from "./environment";
import type { Intent } from "./intent";

type NewId = Environment["newId"];

/** What a cut at `place` is meant for: `preferred` if the place is in it, else the smallest annotation around the place. */
export function splitSubject(
  index: AnnotationIndex,
  place: Span,
  preferred: AnnotationId | null,
): Annotation | null {
  const around = index.overlapping(place).filter((one) => contains(one, place));
  const smallest = around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  return around.find(({ id }) => id === preferred) ?? smallest ?? null;
}

/**
 * The annotation keeps the first part and all that is said of it; the second part says the same: its label, its
 * attributes, and the relations that start from it.
 */
export function splitIntents(
  { id, label, attributes }: Annotation,
  [first, second]: readonly [Span, Span],
  relations: readonly Relation[],
  text: DocumentText,
  newId: NewId,
): { readonly intents: readonly Intent[]; readonly made: AnnotationId } {
  const made: AnnotationId = newId();
  const intents: readonly Intent[] = [
    { kind: "annotation.setSpan", target: id, body: quoted(text, first) },
    { kind: "annotation.create", target: made, body: { label, ...quoted(text, second), attributes } },
    ...relations
      .filter(({ from }) => from === id)
      .map(({ type, to, attributes: ofRelation }): Intent => ({
        kind: "relation.create",
        target: newId(),
        body: { type, from: made, to, attributes: ofRelation },
      })),
  ];
  return { intents, made };
}

/** The annotation of the same label that overlaps this one or stands right beside it: the next, else the one before. */
export function mergePartner(
  index: AnnotationIndex,
  segments: Segments,
  annotation: Annotation,
): Annotation | null {
  const before = previousToken(segments, annotation.start);
  const after = nextToken(segments, annotation.end);
  // One character into the words at either side.
  const reach: Span = {
    start: before === null ? annotation.start : codePoint(before.end - 1),
    end: after === null ? annotation.end : codePoint(after.start + 1),
  };
  const partners = index
    .overlapping(reach)
    .filter(
      (one) =>
        one.id !== annotation.id &&
        one.label === annotation.label &&
        sideBySide(segments.text, annotation, one),
    );
  return partners.find(({ start }) => start >= annotation.start) ?? partners.at(-1) ?? null;
}

/**
 * `kept` comes to cover both, with the attributes of both (its own where they differ), both notes, and the relations
 * of both.
 */
export function mergeIntents(
  kept: Annotation,
  other: Annotation,
  relations: readonly Relation[],
  text: DocumentText,
  newId: NewId,
): readonly Intent[] {
  const note = [kept.note, other.note === kept.note ? null : other.note]
    .filter((one) => one !== null)
    .join("\n");
  const isIn = (at: readonly Relation[], type: string, from: string, to: string): boolean =>
    at.some((one) => one.type === type && one.from === from && one.to === to);
  const moved = relations.flatMap((relation): readonly Intent[] => {
    const { type, attributes } = relation;
    const [from, to] = [relation.from, relation.to].map((end) => (end === other.id ? kept.id : end));
    if (from === undefined || to === undefined || from === to) return [];
    if (from === relation.from && to === relation.to) return [];
    if (isIn(relations, type, from, to)) return [];
    return [{ kind: "relation.create", target: newId(), body: { type, from, to, attributes } }];
  });
  return [
    { kind: "annotation.setSpan", target: kept.id, body: quoted(text, hull(kept, other)) },
    ...Object.entries(other.attributes).flatMap(([key, value]): readonly Intent[] => {
      const both = united(kept.attributes[key], value);
      return both === null
        ? []
        : [{ kind: "annotation.setAttribute", target: kept.id, body: { key, value: both } }];
    }),
    ...(note === (kept.note ?? "")
      ? []
      : [{ kind: "annotation.setNote", target: kept.id, body: { note } } as const]),
    ...moved,
    { kind: "annotation.delete", target: other.id, body: {} },
  ];
}

export function quoted(text: DocumentText, { start, end }: Span): Span & { readonly quote: string } {
  return { start, end, quote: text.slice(start, end) };
}

/** What the attribute becomes; null where it stays as it is. Lists are joined. */
function united(own: AttributeValue | undefined, others: AttributeValue): AttributeValue | null {
  if (own === undefined) return others;
  if (typeof own !== "object" || typeof others !== "object") return null;
  const more = others.filter((value) => !own.includes(value));
  return more.length === 0 ? null : [...own, ...more];
}
