import { replaceLink } from "@/lib/db/one-time-link-repository";
import { inTransaction } from "@/lib/db/transaction";
import { anybodyExists, lockFirstUser } from "@/lib/db/user-repository";
import { hashSecret, newSecret } from "./secret-token";
import type { Visit } from "./visit";

/**
 * The path of a link with which the first administrator is made; the link before it stops working.
 * Null as soon as anybody exists.
 */
export async function issueSetUpLink({ db, now }: Visit): Promise<string | null> {
  const token = newSecret();
  return inTransaction(db, async (tx) => {
    await lockFirstUser(tx);
    if (await anybodyExists(tx)) return null;
    await replaceLink(tx, {
      tokenHash: hashSecret(token),
      purpose: "set-up",
      userId: null,
      expiresAt: null,
      createdAt: now(),
    });
    return `/set-up?token=${token}`;
  });
}
