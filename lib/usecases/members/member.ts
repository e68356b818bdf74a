import type { Role } from "@/lib/core/access/actor";
import { leavesNoManager } from "@/lib/core/access/last-manager";
import { AppError } from "@/lib/core/errors";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/client";
import { managersOf } from "@/lib/db/membership-repository";

export interface MemberInput {
  readonly projectId: ProjectId;
  readonly userId: UserId;
}

/**
 * The caller holds the project's lock, so that of two managers who leave at once the second finds the first gone.
 * @throws AppError `conflict` where nobody would be left to manage the project.
 */
export async function requireManagerLeft(
  tx: Tx,
  { projectId, userId }: MemberInput,
  role: Role | null,
): Promise<void> {
  if (!leavesNoManager(await managersOf(tx, projectId), userId, role)) return;
  throw new AppError("conflict", {
    detail: "Nobody else manages this project. Make somebody else a manager first.",
  });
}
