import { emptySet, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { applyAll, type Outcome } from "@/lib/core/annotation/apply";
import type { Rules, Stamp } from "@/lib/core/annotation/decide";
import type { Operation } from "@/lib/core/annotation/operation";
import type { AnnotationId, GroupId, Id, OperationId, RelationId, SetId, UserId } from "@/lib/core/ids";
import { presetSchema } from "@/lib/core/schema/preset";
import type { AttributeValue, AttributeValues } from "@/lib/core/schema/schema";
import { DocumentText } from "@/lib/core/text/document-text";
import { codePoint } from "@/lib/core/text/offsets";

/** The sentence every format is tried on: the bicycle makes UTF-16 offsets differ from code points. */
export const BICYCLE = "Mayor Ruiz 🚲 backs a car ban; the Green Party objects.";

export const ANA = "00000000-0000-7000-8000-00000000000a" as UserId;
export const BEN = "00000000-0000-7000-8000-00000000000b" as UserId;

export const bicycleRules: Rules = {
  schema: presetSchema("claim-actor-stance"),
  text: DocumentText.of(BICYCLE),
};

/** A readable id: `idOf(7)` is always the same UUID. */
export function idOf<K extends string>(n: number): Id<K> {
  return `00000000-0000-7000-9000-${n.toString(16).padStart(12, "0")}` as Id<K>;
}

export function aSet(): AnnotationSet {
  return emptySet({ id: idOf(1), documentId: idOf(2), kind: "annotator" });
}

export function stampOf(actorId: UserId | null = ANA): Stamp {
  return { actorId, at: "2026-11-22T08:00:00.000Z", origin: "human" };
}

let next = 1000;
const operationId = (): OperationId => idOf(next++);

export const op = {
  create: (
    target: AnnotationId,
    label: string,
    start: number,
    end: number,
    attributes?: AttributeValues,
  ): Operation => ({
    id: operationId(),
    kind: "annotation.create",
    target,
    body: {
      label,
      start: codePoint(start),
      end: codePoint(end),
      ...(attributes === undefined ? {} : { attributes }),
    },
  }),
  setSpan: (target: AnnotationId, start: number, end: number, quote?: string): Operation => ({
    id: operationId(),
    kind: "annotation.setSpan",
    target,
    body: { start: codePoint(start), end: codePoint(end), quote },
  }),
  setLabel: (target: AnnotationId, label: string): Operation => ({
    id: operationId(),
    kind: "annotation.setLabel",
    target,
    body: { label },
  }),
  setAttribute: (target: AnnotationId, key: string, value: AttributeValue | null): Operation => ({
    id: operationId(),
    kind: "annotation.setAttribute",
    target,
    body: { key, value },
  }),
  setNote: (target: AnnotationId, note: string | null): Operation => ({
    id: operationId(),
    kind: "annotation.setNote",
    target,
    body: { note },
  }),
  remove: (target: AnnotationId): Operation => ({
    id: operationId(),
    kind: "annotation.delete",
    target,
    body: {},
  }),
  restore: (target: AnnotationId): Operation => ({
    id: operationId(),
    kind: "annotation.restore",
    target,
    body: {},
  }),
  link: (target: RelationId, type: string, from: AnnotationId, to: AnnotationId): Operation => ({
    id: operationId(),
    kind: "relation.create",
    target,
    body: { type, from, to },
  }),
  unlink: (target: RelationId): Operation => ({
    id: operationId(),
    kind: "relation.delete",
    target,
    body: {},
  }),
  relink: (target: RelationId): Operation => ({
    id: operationId(),
    kind: "relation.restore",
    target,
    body: {},
  }),
  undo: (target: OperationId, group?: GroupId): Operation => ({
    id: operationId(),
    kind: "undo",
    target,
    body: {},
    group,
  }),
  transition: (
    kind: "set.submit" | "set.return" | "set.accept" | "set.reopen",
    target: SetId = aSet().id,
  ): Operation => ({
    id: operationId(),
    kind,
    target,
    body: {},
  }),
};

/** Applies operations one after the other and says what became of the last. */
export function perform(
  set: AnnotationSet,
  operations: readonly Operation[],
  { by = ANA, rules = bicycleRules }: { by?: UserId | null; rules?: Rules } = {},
): { readonly set: AnnotationSet; readonly outcomes: readonly Outcome[]; readonly last: string } {
  const { set: after, outcomes } = applyAll(set, operations, stampOf(by), rules);
  const last = outcomes.at(-1);
  return { set: after, outcomes, last: last?.status === "rejected" ? last.reason : "ok" };
}
