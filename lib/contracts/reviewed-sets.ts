import type { AnnotationId, RelationId } from "@/lib/core/ids";
import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import type { ReviewedSet } from "@/lib/core/review/alignment";
import type { DocumentText } from "@/lib/core/text/document-text";
import { codePoint } from "@/lib/core/text/offsets";
import type { ReviewedSetView } from "./review";

/** The sets under review as the core compares them; what their annotations quote is in the text. */
export function reviewedSets(sets: readonly ReviewedSetView[], text: DocumentText): readonly ReviewedSet[] {
  return sets.map(({ id, seq, annotations, relations }) => ({
    id,
    seq,
    annotations: new Map(
      annotations.map((one): [AnnotationId, Annotation] => {
        const [start, end] = [codePoint(one.start), codePoint(one.end)];
        return [one.id, { ...one, ...STORED, start, end, quote: text.slice(start, end) }];
      }),
    ),
    relations: new Map(relations.map((one): [RelationId, Relation] => [one.id, { ...one, ...STORED }])),
  }));
}

/** What no comparison asks for. */
const STORED = { live: true, origin: "human", createdBy: null, createdAt: "" } as const;
