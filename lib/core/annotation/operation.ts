import type { AnnotationId, GroupId, OperationId, RelationId, SetId } from "../ids";
import type { AttributeValue, AttributeValues } from "../schema/schema";
import type { CodePoint } from "../text/offsets";
import type { Transition } from "../workflow/set-state";

/** A span as an operation names it; `quote`, where it is given, must be the text between the offsets. */
export interface SpanBody {
  readonly start: CodePoint;
  readonly end: CodePoint;
  readonly quote?: string | undefined;
}

interface OperationOf<Kind extends string, Target, Body> {
  readonly id: OperationId;
  readonly kind: Kind;
  readonly target: Target;
  readonly body: Body;
  /** What a person did in one act shares a group, and is undone as one. */
  readonly group?: GroupId | undefined;
  /** The seq of the field as the author saw it: the operation holds only if it still stands so. */
  readonly ifSeq?: number | undefined;
}

type Nothing = Readonly<Record<string, never>>;

export type AnnotationOperation =
  | OperationOf<
      "annotation.create",
      AnnotationId,
      SpanBody & {
        readonly label: string;
        readonly attributes?: AttributeValues | undefined;
        readonly note?: string | null | undefined;
      }
    >
  | OperationOf<"annotation.setSpan", AnnotationId, SpanBody>
  | OperationOf<"annotation.setLabel", AnnotationId, { readonly label: string }>
  /** `value` null clears the attribute. */
  | OperationOf<
      "annotation.setAttribute",
      AnnotationId,
      { readonly key: string; readonly value: AttributeValue | null }
    >
  | OperationOf<"annotation.setNote", AnnotationId, { readonly note: string | null }>
  | OperationOf<"annotation.delete", AnnotationId, Nothing>
  | OperationOf<"annotation.restore", AnnotationId, Nothing>;

export type RelationOperation =
  | OperationOf<
      "relation.create",
      RelationId,
      {
        readonly type: string;
        readonly from: AnnotationId;
        readonly to: AnnotationId;
        readonly attributes?: AttributeValues | undefined;
      }
    >
  | OperationOf<
      "relation.setAttribute",
      RelationId,
      { readonly key: string; readonly value: AttributeValue | null }
    >
  | OperationOf<"relation.delete", RelationId, Nothing>
  | OperationOf<"relation.restore", RelationId, Nothing>;

export type WorkflowOperation = OperationOf<Transition, SetId, Nothing>;

/** Takes back the operation that `target` names. The undo of an undo is a redo. */
export type UndoOperation = OperationOf<"undo", OperationId, Nothing>;

/** One change to one annotation set, as its author asks for it. */
export type Operation = AnnotationOperation | RelationOperation | WorkflowOperation | UndoOperation;
export type OperationKind = Operation["kind"];

export function isAnnotationOperation(operation: Operation): operation is AnnotationOperation {
  return operation.kind.startsWith("annotation.");
}

export function isRelationOperation(operation: Operation): operation is RelationOperation {
  return operation.kind.startsWith("relation.");
}

export function isWorkflowOperation(operation: Operation): operation is WorkflowOperation {
  return operation.kind.startsWith("set.");
}

/** Why an operation was refused. The words for people are in `lib/contracts/refusals.ts`. */
export const REFUSALS = [
  "locked",
  "wrong_state",
  "incomplete",
  "out_of_text",
  "quote_mismatch",
  "unknown_label",
  "archived_label",
  "unknown_attribute",
  "invalid_value",
  "unknown_relation_type",
  "relation_rule",
  "duplicate_relation",
  "exists",
  "not_found",
  "deleted",
  "not_deleted",
  "superseded",
  "not_yours",
  "already_undone",
  "not_undoable",
] as const;
export type Refusal = (typeof REFUSALS)[number];
