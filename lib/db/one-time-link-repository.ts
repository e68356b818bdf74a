import type { UserId } from "@/lib/core/ids";
import type { Queries, Tx } from "./client";

/** What a link lets its holder do once. */
export type LinkPurpose = "set-up" | "password";

export interface NewLink {
  readonly tokenHash: string;
  readonly purpose: LinkPurpose;
  readonly userId: UserId | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

export interface LinkRow {
  readonly userId: UserId | null;
  readonly expiresAt: Date | null;
  readonly usedAt: Date | null;
}

/** Makes the link, the only one of its purpose and user: older ones that nobody has used stop working. */
export async function replaceLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.oneTimeLink.deleteMany({ where: { purpose: link.purpose, userId: link.userId, usedAt: null } });
  await tx.oneTimeLink.create({ data: link });
}

export async function linkByHash(
  queries: Queries,
  purpose: LinkPurpose,
  tokenHash: string,
): Promise<LinkRow | null> {
  const row = await queries.oneTimeLink.findUnique({
    where: { tokenHash, purpose },
    select: { userId: true, expiresAt: true, usedAt: true },
  });
  return row === null ? null : { ...row, userId: row.userId as UserId | null };
}

/** Uses the link up. @returns false where somebody else has just done so */
export async function claimLink(tx: Tx, tokenHash: string, usedAt: Date): Promise<boolean> {
  const { count } = await tx.oneTimeLink.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt } });
  return count === 1;
}

/** Uses up every link of this purpose that the user has. */
export async function spendLinks(tx: Tx, purpose: LinkPurpose, userId: UserId, usedAt: Date): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { purpose, userId, usedAt: null }, data: { usedAt } });
}
