import type { AuditDetails, AuditKind } from "@/lib/core/activity/audit-event";
import type { Id, ProjectId, UserId } from "@/lib/core/ids";
import type { SqlQueries } from "./client";

type AuditEventId = Id<"audit">;

interface NewAuditEvent {
  readonly id: AuditEventId;
  /** Null: of the installation. */
  readonly projectId: ProjectId | null;
  readonly kind: AuditKind;
  readonly actorId: UserId | null;
  readonly subjectId: UserId | null;
  readonly details: AuditDetails;
  readonly at: Date;
}

export async function insertAuditEvent(queries: SqlQueries, event: NewAuditEvent): Promise<void> {
  const { id, projectId, kind, actorId, subjectId, details, at } = event;
  await queries.$executeRaw`
    insert into audit_event (id, project_id, kind, actor_id, subject_id, details, at)
    values (${id}::uuid, ${projectId}::uuid, ${kind}, ${actorId}::uuid, ${subjectId}::uuid, ${JSON.stringify(details)}::jsonb, ${at})`;
}
