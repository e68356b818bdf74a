import type { PersonView } from "@/lib/contracts/person";
import { allPeople } from "@/lib/db/person-repository";
import type { Context } from "../context";
import { requireAdmin } from "./require-admin";

const SHOWN = 1_000;

/** Everybody with an account here, by name. @throws AppError `forbidden` to all but administrators. */
export async function listPeople(ctx: Context): Promise<readonly PersonView[]> {
  requireAdmin(ctx);
  const people = await allPeople(ctx.db.prisma, SHOWN);
  return people.map(({ disabledAt, createdAt, ...person }) => ({
    ...person,
    isDisabled: disabledAt !== null,
    createdAt: createdAt.toISOString(),
  }));
}
