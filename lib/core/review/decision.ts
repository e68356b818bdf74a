import type { FieldSeqs } from "../annotation/annotation";
import type { AnnotationId, Id, RelationId, SetId } from "../ids";
import type { AttributeValues } from "../schema/schema";
import type { CodePoint } from "../text/offsets";

export type DecisionId = Id<"decision">;

/** An annotation of a set under review. */
export interface AnnotationRef {
  readonly setId: SetId;
  readonly annotation: AnnotationId;
}

/** A relation of a set under review. */
export interface RelationRef {
  readonly setId: SetId;
  readonly relation: RelationId;
}

/**
 * What the reviewer had before them: the seq of each field. A field with the same seq has the same value, also after
 * something was done and undone again.
 */
export interface SeenAnnotation extends AnnotationRef {
  readonly fieldSeq: FieldSeqs;
}
export interface SeenRelation extends RelationRef {
  readonly fieldSeq: FieldSeqs;
}

/** An annotation as the reviewer words it. */
export interface Fixed {
  readonly start: CodePoint;
  readonly end: CodePoint;
  readonly label: string;
  readonly attributes: AttributeValues;
}

/** What is decided on a cluster of annotations. `gold` is the id that an annotation gets in the gold set. */
export type AnnotationVerdict =
  | { readonly kind: "accept"; readonly from: AnnotationRef; readonly gold: AnnotationId }
  /** Several readings are defensible; each goes into the gold set. */
  | {
      readonly kind: "accept-both";
      readonly accepted: readonly { readonly from: AnnotationRef; readonly gold: AnnotationId }[];
    }
  /** `from` is what was corrected, or null where all were. */
  | {
      readonly kind: "fix";
      readonly as: Fixed;
      readonly from: AnnotationRef | null;
      readonly gold: AnnotationId;
    }
  /** The annotations are wrong; something else may belong there. */
  | { readonly kind: "reject"; readonly reason: string }
  /** Nothing belongs in this stretch: a statement about the text, kept for training as such. */
  | {
      readonly kind: "nothing-here";
      readonly reason: string;
      readonly start: CodePoint;
      readonly end: CodePoint;
    };

/** What is decided on a relation between two clusters. */
export type RelationVerdict =
  | { readonly kind: "accept"; readonly from: RelationRef; readonly gold: RelationId }
  | { readonly kind: "reject"; readonly reason: string };

/**
 * One act of a reviewer. Who and when are in the log, as of every operation. It names everything that was seen, so that
 * it can be told when something of it changes later. `supersedes` takes back an earlier decision and what it made.
 */
export type Decision = {
  readonly id: DecisionId;
  readonly comment: string | null;
  readonly supersedes: DecisionId | null;
} & (
  | {
      readonly of: "annotation";
      readonly seen: readonly SeenAnnotation[];
      readonly verdict: AnnotationVerdict;
    }
  | { readonly of: "relation"; readonly seen: readonly SeenRelation[]; readonly verdict: RelationVerdict }
);

/** The decisions that hold: those that no other supersedes, in the order in which they were made. */
export function standing(decisions: readonly Decision[]): readonly Decision[] {
  const superseded = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.filter(({ id }) => !superseded.has(id));
}

/** The annotations that the decision puts into the gold set, each with what it was accepted from. */
export function goldAnnotationsOf(
  decision: Decision,
): readonly { readonly gold: AnnotationId; readonly from: AnnotationRef | null }[] {
  if (decision.of === "relation") return [];
  const { verdict } = decision;
  switch (verdict.kind) {
    case "accept":
      return [{ gold: verdict.gold, from: verdict.from }];
    case "accept-both":
      return verdict.accepted;
    case "fix":
      return [{ gold: verdict.gold, from: verdict.from }];
    case "reject":
    case "nothing-here":
      return [];
  }
}
