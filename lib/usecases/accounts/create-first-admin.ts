import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/client";
import { adoptProjects } from "@/lib/db/membership-repository";
import { insertUser } from "@/lib/db/user-repository";
import type { Visit } from "./visit";

export interface FirstAdmin {
  /** Canonical. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

export interface MadeAdmin {
  readonly userId: UserId;
  /** What they manage from now on, the sample project first. */
  readonly projectIds: readonly ProjectId[];
}

/** Makes the first user: an administrator, and manager of the sample project. The caller holds `lockFirstUser`. */
export async function createFirstAdmin({ newId, now }: Visit, tx: Tx, admin: FirstAdmin): Promise<MadeAdmin> {
  const id = newId<"user">();
  const createdAt = now();
  await insertUser(tx, { ...admin, id, isAdmin: true, createdAt });
  return { userId: id, projectIds: await adoptProjects(tx, id, createdAt) };
}
