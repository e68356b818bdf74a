import { ABSENT_DOMAIN } from "@/lib/core/access/absent-person";
import type { UserId } from "@/lib/core/ids";
import type { Queries, SqlQueries, Tx } from "./client";

export interface PersonRow {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly disabledAt: Date | null;
  readonly hasPassword: boolean;
  readonly projects: number;
  readonly createdAt: Date;
}

/** Everybody who has an account, by name; people whom only an archive has brought have none. */
export async function allPeople(queries: SqlQueries, limit: number): Promise<readonly PersonRow[]> {
  return queries.$queryRaw<PersonRow[]>`
    select u.id as "userId", u.name, u.email, u.is_admin as "isAdmin", u.disabled_at as "disabledAt",
      u.password_hash is not null as "hasPassword", u.created_at as "createdAt",
      (select count(*)::int from membership m join project p on p.id = m.project_id and p.deleted_at is null
        where m.user_id = u.id and m.removed_at is null) as projects
    from "user" u where u.email not like ${`%@${ABSENT_DOMAIN}`}
    order by u.disabled_at is not null, lower(u.name), u.id limit ${limit}`;
}

/** Held to the end of the transaction: of two administrators who take each other's office, the second finds one left. */
export async function lockAdmins(tx: Tx): Promise<readonly UserId[]> {
  const rows = await tx.$queryRaw<{ id: UserId }[]>`
    select id from "user" where is_admin and disabled_at is null order by id for update`;
  return rows.map(({ id }) => id);
}

export async function switchPerson(
  tx: Queries,
  id: UserId,
  change: { readonly isAdmin?: boolean; readonly disabledAt?: Date | null },
): Promise<void> {
  await tx.user.update({ where: { id }, data: change, select: { id: true } });
}
