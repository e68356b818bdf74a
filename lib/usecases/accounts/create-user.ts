import type { Role } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { putMember } from "@/lib/db/membership-repository";
import { inTransaction } from "@/lib/db/transaction";
import { insertUser, userByEmail } from "@/lib/db/user-repository";
import { permit, type Context } from "../context";
import { makePasswordLink } from "./make-password-link";
import { hashPassword } from "./password-hash";
import { requireAdmin } from "./require-admin";
import { requirePassword } from "./require-password";

export interface NewPerson {
  /** Canonical: as the contract's `Email` makes it. */
  readonly email: string;
  readonly name: string;
  readonly isAdmin: boolean;
  /** Null: a link is made by which the person chooses one. */
  readonly password: string | null;
  readonly membership: { readonly projectId: ProjectId; readonly role: Role } | null;
}

export interface CreatedPerson {
  readonly userId: UserId;
  /** The path of the link, where there is one. It works once, and is told this once. */
  readonly passwordPath: string | null;
}

/** @throws AppError `already_exists` for an address that is taken, `invalid` for a bad password. */
export async function createUser(ctx: Context, input: NewPerson): Promise<CreatedPerson> {
  requireAdmin(ctx);
  const { email, name, isAdmin, password, membership } = input;
  if (password !== null) requirePassword(password, email, "password");
  const passwordHash = password === null ? null : await hashPassword(password);
  const userId = ctx.newId<"user">();
  const createdAt = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    if (membership !== null) await permit(ctx, membership.projectId, "project.manage", tx);
    if ((await userByEmail(tx, email)) !== null) throw taken();
    await insertUser(tx, { id: userId, email, name, passwordHash, isAdmin, createdAt });
    if (membership !== null) await putMember(tx, { ...membership, userId, createdAt });
    return { userId, passwordPath: password === null ? await makePasswordLink(tx, userId, createdAt) : null };
  });
}

function taken(): AppError {
  const message = "Somebody has this address already.";
  return new AppError("already_exists", {
    detail: message,
    faults: [{ path: "email", code: "already_exists", message }],
  });
}
