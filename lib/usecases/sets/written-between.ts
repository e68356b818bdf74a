import { createHash } from "node:crypto";
import type { Outcome } from "@/lib/core/annotation/apply";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Stamp } from "@/lib/core/annotation/decide";
import type { Operation } from "@/lib/core/annotation/operation";
import type { StoredOperation, Written } from "@/lib/db/operation-repository";

/** How a set was led from `before` to `after`, and by whom. */
interface Way {
  readonly before: AnnotationSet;
  readonly after: AnnotationSet;
  readonly outcomes: readonly Outcome[];
  readonly stamp: Stamp;
  /** For whoever has worked the hashes out already. */
  readonly hashOf?: (operation: Operation) => string;
}

/** What a way leaves behind: log lines, and rows of the projection. */
export function writtenBetween({
  before,
  after,
  outcomes,
  stamp,
  hashOf = hashOfOperation,
}: Way): Omit<Written, "schemaVersion" | "guidelineVersion" | "at"> {
  return {
    operations: outcomes.map((outcome) => toStored(outcome, stamp, hashOf)),
    annotations: changed(before.annotations, after.annotations),
    relations: changed(before.relations, after.relations),
    basedOn: before.seq,
    seq: after.seq,
    state: after.state,
    annotationsAdded: countLive(after) - countLive(before),
  };
}

/** Tells a second sending of an operation from another one under its id. */
export function hashOfOperation({ id, ...sent }: Operation): string {
  return createHash("sha256").update(JSON.stringify(sent)).digest("hex");
}

function toStored(outcome: Outcome, stamp: Stamp, hashOf: (operation: Operation) => string): StoredOperation {
  const { operation, seq } = outcome;
  return {
    seq,
    id: operation.id,
    kind: operation.kind,
    targetId: operation.target,
    body: operation.body,
    bodyHash: hashOf(operation),
    groupId: operation.group ?? null,
    status: outcome.status,
    reason: outcome.status === "rejected" ? outcome.reason : null,
    change: outcome.status === "ok" ? outcome.change : null,
    undoes: operation.kind === "undo" ? operation.target : null,
    ...stamp,
  };
}

function changed<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): readonly V[] {
  return [...after].filter(([key, value]) => before.get(key) !== value).map(([, value]) => value);
}

function countLive(set: AnnotationSet): number {
  return [...set.annotations.values()].filter((annotation) => annotation.live).length;
}
