import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, SetId, UserId } from "@/lib/core/ids";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";
import type { SqlQueries } from "./client";
import { forgetPlans } from "./forget-plans";
import type { StoredOperation } from "./operation-repository";

/** A set that arrives finished, from a file. Times are ISO 8601, as exact as they are given. */
export interface WholeSetRow {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  readonly owner: string;
  readonly annotatorId: UserId | null;
  readonly state: SetState;
  readonly seq: number;
  readonly schemaVersion: number;
  readonly guidelineVersion: number;
  readonly annotationCount: number;
  readonly completedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type OfSet<T> = T & { readonly setId: SetId };

/** What one statement takes at most, so that no statement runs long and no parameter grows without bound. */
const ROWS = 2_000;

/** Stores sets without their logs, which come after by `insertOperations`. */
export async function insertSets(
  tx: SqlQueries,
  { projectId }: Permit<"importedSet.write" | "project.archive">,
  sets: readonly WholeSetRow[],
): Promise<void> {
  for (const rows of slices(sets)) {
    await tx.$executeRaw`
      insert into annotation_set (project_id, id, document_id, kind, owner, annotator_id, state, seq, schema_version,
        guideline_version, annotation_count, completed_at, created_at, updated_at)
      select ${projectId}::uuid, s.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, "documentId" uuid,
        kind text, owner text, "annotatorId" uuid, state text, seq int, "schemaVersion" int, "guidelineVersion" int,
        "annotationCount" int, "completedAt" timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz)`;
  }
}

/** Stores log lines of any number of sets, as they are. */
export async function insertOperations(
  tx: SqlQueries,
  { projectId }: Permit<"importedSet.write" | "project.archive">,
  operations: readonly OfSet<StoredOperation>[],
): Promise<void> {
  await forgetPlans(tx, operations.length);
  for (const rows of slices(operations)) {
    await tx.$executeRaw`
      insert into operation (project_id, set_id, seq, id, actor_id, kind, target_id, body, body_hash, group_id, status, reason,
        change, undoes, origin, at)
      select ${projectId}::uuid, o.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o("setId" uuid, seq int, id uuid,
        "actorId" uuid, kind text, "targetId" uuid, body jsonb, "bodyHash" text, "groupId" uuid, status text, reason text,
        change jsonb, undoes uuid, origin text, at timestamptz)`;
  }
}

/** Stores what the logs of sets come to: their annotations, then the relations between these. */
export async function insertProjection(
  tx: SqlQueries,
  { projectId }: Permit<"importedSet.write" | "project.archive">,
  annotations: readonly OfSet<Annotation>[],
  relations: readonly OfSet<Relation>[],
): Promise<void> {
  for (const rows of slices(annotations)) {
    await tx.$executeRaw`
      insert into annotation (project_id, set_id, id, label, start_at, end_at, quote, attributes, note, deleted, field_seq, origin,
        created_by, created_at)
      select ${projectId}::uuid, a."setId", a.id, a.label, a.start, a."end", a.quote, a.attributes, a.note, not a.live,
        a."fieldSeq", a.origin, a."createdBy", a."createdAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a("setId" uuid, id uuid, label text, start int, "end" int,
        quote text, attributes jsonb, note text, live boolean, "fieldSeq" jsonb, origin text, "createdBy" uuid,
        "createdAt" timestamptz)`;
  }
  for (const rows of slices(relations)) {
    await tx.$executeRaw`
      insert into relation (project_id, set_id, id, type, from_id, to_id, attributes, deleted, field_seq, created_by, created_at)
      select ${projectId}::uuid, r."setId", r.id, r.type, r."from", r."to", r.attributes, not r.live, r."fieldSeq",
        r."createdBy", r."createdAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("setId" uuid, id uuid, type text, "from" uuid, "to" uuid,
        attributes jsonb, live boolean, "fieldSeq" jsonb, "createdBy" uuid, "createdAt" timestamptz)`;
  }
}

function slices<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    rows.slice(index * ROWS, (index + 1) * ROWS),
  );
}
