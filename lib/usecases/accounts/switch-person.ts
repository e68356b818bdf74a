import type { PersonPatch } from "@/lib/contracts/person";
import type { AuditKind } from "@/lib/core/activity/audit-event";
import { AppError } from "@/lib/core/errors";
import { lockAdmins, switchPerson as write } from "@/lib/db/person-repository";
import { inTransaction } from "@/lib/db/transaction";
import { userById } from "@/lib/db/user-repository";
import { record } from "../activity/record";
import type { Context } from "../context";
import { requireAdmin } from "./require-admin";

/**
 * Switches an account off or on, or makes its owner an administrator or none. Whoever is switched off is out at once:
 * sessions and tokens are asked about on each request.
 * @throws AppError `conflict` where nobody would be left to administer, `not_found`.
 */
export async function switchPerson(
  ctx: Context,
  { userId, isAdmin, isDisabled }: PersonPatch,
): Promise<void> {
  requireAdmin(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const admins = await lockAdmins(tx);
    const person = await userById(tx, userId);
    if (person === null) throw new AppError("not_found");
    const isLeaving = isDisabled === true || isAdmin === false;
    if (isLeaving && admins.length === 1 && admins[0] === userId) {
      throw new AppError("conflict", {
        detail: "Nobody else administers this installation. Make somebody else an administrator first.",
      });
    }
    await write(tx, userId, {
      ...(isAdmin === undefined ? {} : { isAdmin }),
      ...(isDisabled === undefined ? {} : { disabledAt: isDisabled ? ctx.now() : null }),
    });
    const kinds: readonly (AuditKind | null)[] = [
      isAdmin === undefined || isAdmin === person.isAdmin
        ? null
        : isAdmin
          ? "person.admin_given"
          : "person.admin_taken",
      isDisabled === undefined || isDisabled === (person.disabledAt !== null)
        ? null
        : isDisabled
          ? "person.disabled"
          : "person.enabled",
    ];
    for (const kind of kinds) if (kind !== null) await record(ctx, tx, { kind, subjectId: userId });
  });
}
