import type { UserId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/client";
import { replaceLink } from "@/lib/db/one-time-link-repository";
import { hashSecret, newSecret } from "./secret-token";

/** Long enough to hand it over to a person, short enough to be forgotten in a chat. */
const VALID_MS = 24 * 60 * 60 * 1000;

/** The path of a link by which the user chooses a password, once, within a day. It replaces the one before it. */
export async function makePasswordLink(tx: Tx, userId: UserId, createdAt: Date): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(createdAt.getTime() + VALID_MS);
  await replaceLink(tx, { tokenHash: hashSecret(token), purpose: "password", userId, expiresAt, createdAt });
  return `/password?token=${token}`;
}
