import type { AuditDetails, AuditKind } from "@/lib/core/activity/audit-event";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { insertAuditEvent } from "@/lib/db/audit-repository";
import type { SqlQueries } from "@/lib/db/client";
import type { Context } from "../context";

export interface Recorded {
  readonly kind: AuditKind;
  /** Left out: of the installation. */
  readonly projectId?: ProjectId;
  /** Whom it was done to. */
  readonly subjectId?: UserId | null;
  readonly details?: AuditDetails;
}

/** Keeps what the actor has just done; in the transaction that does it, so that neither is there without the other. */
export async function record(
  ctx: Pick<Context, "newId" | "now"> & { readonly actor: Pick<Context["actor"], "userId"> },
  tx: SqlQueries,
  { kind, projectId, subjectId = null, details = {} }: Recorded,
): Promise<void> {
  await insertAuditEvent(tx, {
    id: ctx.newId<"audit">(),
    projectId: projectId ?? null,
    kind,
    actorId: ctx.actor.userId,
    subjectId,
    details,
    at: ctx.now(),
  });
}
