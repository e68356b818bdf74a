import fc from "fast-check";
import type { SourceRelation, SourceSpan, TrainingSource } from "@/lib/core/exchange/training-row";
import { DocumentText } from "@/lib/core/text/document-text";
import { codePoint } from "@/lib/core/text/offsets";
import { BICYCLE, idOf } from "./annotation-builders";
import { awkwardText, placesIn } from "./awkward-text";

type SpanSketch = Pick<SourceSpan, "start" | "end" | "label"> & Partial<SourceSpan>;

/** A document and a set of it, with spans as sketched. */
export function aSource(
  text: string,
  spans: readonly SpanSketch[] = [],
  relations: readonly Omit<SourceRelation, "id">[] = [],
): TrainingSource {
  const document = DocumentText.of(text);
  return {
    document: {
      id: idOf(1),
      externalId: "afp-77",
      text,
      textSha256: "0".repeat(64),
      meta: {
        title: "Council row",
        source: "Daily",
        url: null,
        publishedAt: "2019-03-30",
        language: "en",
        extra: { section: "World" },
      },
    },
    set: {
      kind: "annotator",
      annotator: "Ana",
      state: "submitted",
      schemaVersion: 1,
      guidelineVersion: 1,
      completedAt: null,
    },
    spans: spans.map((span, index) => ({
      id: idOf(10 + index),
      quote: document.slice(codePoint(span.start), codePoint(span.end)),
      attributes: {},
      note: null,
      origin: "human",
      ...span,
    })),
    relations: relations.map((relation, index) => ({ id: idOf(100 + index), ...relation })),
  };
}

/** The example of every format: two actors and a claim that one of them makes. */
export const bicycleSource = aSource(
  BICYCLE,
  [
    { start: 0, end: 10, label: "actor", attributes: { actor_type: "person" } },
    { start: 13, end: 28, label: "claim", attributes: { claim_type: "demand", anaphoric: false } },
    { start: 34, end: 45, label: "actor" },
  ],
  [{ type: "made_by", from: idOf(11), to: idOf(10), attributes: {} }],
);

const words = fc.constantFrom(
  "cars",
  "a; b",
  "back\\slash",
  "“quoted”",
  "two\nlines",
  "=1+1",
  "🚲",
  " blank ",
);

/** Claims and actors anywhere in awkward texts, with attributes, notes and links; no two at one place with one label. */
export const awkwardSources: fc.Arbitrary<TrainingSource> = awkwardText
  .filter((text) => text.length > 0)
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.uniqueArray(
        fc.record({
          place: placesIn(DocumentText.of(text).length),
          label: fc.constantFrom("claim", "actor"),
          note: fc.option(words),
          type: fc.constantFrom("demand", "factual"),
          concepts: fc.array(words, { minLength: 1, maxLength: 3 }),
          anaphoric: fc.boolean(),
        }),
        { maxLength: 5, selector: ({ place, label }) => `${place.join()} ${label}` },
      ),
      fc.boolean(),
    ),
  )
  .map(([text, sketches, isLinked]) => {
    const spans = sketches
      .map(({ place: [start, end], label, note, type, concepts, anaphoric }) => ({
        start,
        end,
        label,
        note,
        attributes: label === "claim" ? { claim_type: type, concept_supports: concepts, anaphoric } : {},
      }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const claim = spans.findIndex(({ label }) => label === "claim");
    const actor = spans.findIndex(({ label }) => label === "actor");
    const link = { type: "made_by", from: idOf(10 + claim), to: idOf(10 + actor), attributes: {} };
    return aSource(text, spans, isLinked && claim >= 0 && actor >= 0 ? [link] : []);
  });
