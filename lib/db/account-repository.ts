import type { UserId } from "@/lib/core/ids";
import type { Queries, Tx } from "./client";

/** Who somebody is at an OpenID Connect provider. */
export interface AccountRef {
  readonly provider: string;
  readonly providerAccountId: string;
}

export async function userIdOfAccount(
  queries: Queries,
  { provider, providerAccountId }: AccountRef,
): Promise<UserId | null> {
  const account = await queries.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  return (account?.userId as UserId | undefined) ?? null;
}

export async function insertAccount(
  tx: Tx,
  account: AccountRef,
  userId: UserId,
  createdAt: Date,
): Promise<void> {
  const { provider, providerAccountId } = account;
  await tx.account.create({ data: { provider, providerAccountId, userId, createdAt } });
}
