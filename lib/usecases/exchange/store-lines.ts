import { createHash } from "node:crypto";
import type { Permit } from "@/lib/core/access/rules";
import type { Outcome } from "@/lib/core/annotation/apply";
import { fateOf, type DuplicatePolicy } from "@/lib/core/exchange/duplicate-policy";
import type { ImportedSet } from "@/lib/core/exchange/imported-set";
import { isFault } from "@/lib/core/exchange/line-fault";
import { isSameMetadata, updateMetadata } from "@/lib/core/exchange/metadata";
import type { DocumentId } from "@/lib/core/ids";
import { titleOf } from "@/lib/core/text/first-line";
import {
  insertOperations,
  insertProjection,
  insertSets,
  type OfSet,
  type WholeSetRow,
} from "@/lib/db/bulk-sets";
import type { SqlQueries } from "@/lib/db/client";
import { findByExternalIds, updateMetadataOf, type MetadataChange } from "@/lib/db/import-repository";
import { insertDocuments } from "@/lib/db/insert-documents";
import type { StoredOperation } from "@/lib/db/operation-repository";
import type { ImportTally } from "./import-tally";
import type { ImportFrame, PreparedLine } from "./prepare-line";

export interface StoreScope {
  readonly tx: SqlQueries;
  readonly documents: Permit<"document.write">;
  readonly sets: Permit<"importedSet.write">;
  readonly policy: DuplicatePolicy;
  readonly frame: ImportFrame;
  readonly tally: ImportTally;
}

/** Stores a batch of lines. First what is new; the rest meets a document of its name, be it one of this very batch. */
export async function storeLines(scope: StoreScope, lines: readonly PreparedLine[]): Promise<void> {
  const { tx, documents, tally } = scope;
  const known = tally.meetsKnown
    ? await findByExternalIds(tx, documents.projectId, externalIdsOf(lines))
    : new Map<string, never>();
  const claimed = new Set(known.keys());
  const fresh = lines.filter(({ content: { externalId } }) => {
    if (externalId === null) return true;
    if (claimed.has(externalId)) return false;
    claimed.add(externalId);
    return true;
  });
  const stored = await insertDocuments(
    tx,
    documents,
    fresh.map(({ row }) => row),
  );
  const created = fresh.filter(({ row }) => stored.has(row.id));
  tally.created += created.length;
  await storeSets(scope, created);
  const others = lines.filter(({ row }) => !stored.has(row.id));
  tally.meetsKnown = others.length > 0;
  await meetKnown(scope, others);
}

/** Lines whose external id is taken, also by somebody who took it at this moment. */
async function meetKnown(
  { tx, documents, policy, frame, tally }: StoreScope,
  lines: readonly PreparedLine[],
): Promise<void> {
  const known = await findByExternalIds(tx, documents.projectId, externalIdsOf(lines));
  const changes = new Map<DocumentId, MetadataChange>();
  for (const { line, byte, content, textSha256 } of lines) {
    const document = content.externalId === null ? undefined : known.get(content.externalId);
    if (document === undefined) throw new RangeError(`line ${line} was neither stored nor known`);
    const fate = fateOf({ externalId: content.externalId, textSha256 }, document, policy);
    if (typeof fate === "object" && isFault(fate)) {
      tally.fail({ line, byte, ...fate });
      continue;
    }
    tally.annotationsNotTaken += content.spans.length;
    if (fate === "update") {
      const before = changes.get(document.id)?.meta ?? document.meta;
      const given = updateMetadata(before, content.meta);
      const title = given.title ?? titleOf(content.text);
      const meta = { ...given, title };
      if (isSameMetadata(before, meta)) {
        tally.unchanged += 1;
        continue;
      }
      const { id, externalId } = document;
      changes.set(id, { id, externalId, text: content.text, title, meta });
      tally.updated += 1;
    } else tally.skipped += 1;
  }
  await updateMetadataOf(tx, documents, [...changes.values()], frame.at);
}

async function storeSets(
  { tx, sets: permit, frame }: StoreScope,
  lines: readonly PreparedLine[],
): Promise<void> {
  const annotated = lines.flatMap(({ imported, content }) =>
    imported === null ? [] : [{ ...imported, owner: content.annotator }],
  );
  if (annotated.length === 0) return;
  await insertSets(
    tx,
    permit,
    annotated.map((one) => toSetRow(one, frame)),
  );
  await insertOperations(
    tx,
    permit,
    annotated.flatMap((one) => one.outcomes.map((outcome) => toOperation(outcome, one, frame))),
  );
  const of = <T>(pick: (one: ImportedSet) => Iterable<T>): OfSet<T>[] =>
    annotated.flatMap((one) => [...pick(one)].map((value) => ({ ...value, setId: one.set.id })));
  await insertProjection(
    tx,
    permit,
    of(({ set }) => set.annotations.values()),
    of(({ set }) => set.relations.values()),
  );
}

function toSetRow(
  { set, owner }: ImportedSet & { readonly owner: string },
  { schema, guidelineVersion, at }: ImportFrame,
): WholeSetRow {
  const { id, documentId, kind, state, seq } = set;
  const time = at.toISOString();
  return {
    id,
    documentId,
    kind,
    owner,
    annotatorId: null,
    state,
    seq,
    schemaVersion: schema.version,
    guidelineVersion,
    annotationCount: set.annotations.size,
    completedAt: null,
    createdAt: time,
    updatedAt: time,
  };
}

function toOperation(
  outcome: Outcome,
  { set }: ImportedSet,
  { actorId, at }: ImportFrame,
): OfSet<StoredOperation> {
  const { operation, seq } = outcome;
  if (outcome.status === "rejected")
    throw new RangeError(`operation ${seq} of imported set ${set.id} was refused`);
  const { id, ...sent } = operation;
  return {
    setId: set.id,
    seq,
    id,
    actorId,
    kind: operation.kind,
    targetId: operation.target,
    body: operation.body,
    bodyHash: createHash("sha256").update(JSON.stringify(sent)).digest("hex"),
    groupId: null,
    status: "ok",
    reason: null,
    change: outcome.change,
    undoes: null,
    origin: "imported",
    at: at.toISOString(),
  };
}

function externalIdsOf(lines: readonly PreparedLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ content }) => content.externalId ?? []))];
}
