import { linkByHash, type LinkRow } from "@/lib/db/one-time-link-repository";
import { userById } from "@/lib/db/user-repository";
import { hashSecret } from "./secret-token";
import type { Visit } from "./visit";

export type PasswordLinkState =
  | { readonly state: "open"; readonly name: string; readonly email: string }
  | { readonly state: "unknown" | "used" | "expired" };

/** Whose password can be chosen with this link. */
export async function checkPasswordLink(
  { db, now }: Visit,
  input: { readonly token: string },
): Promise<PasswordLinkState> {
  const link = await linkByHash(db.prisma, "password", hashSecret(input.token));
  const end = link === null ? "unknown" : endOf(link, now());
  if (link?.userId == null || end !== null) return { state: end ?? "unknown" };
  const user = await userById(db.prisma, link.userId);
  return user === null || user.disabledAt !== null
    ? { state: "unknown" }
    : { state: "open", name: user.name, email: user.email };
}

/** Why the link no longer works, or null. */
export function endOf(link: LinkRow, now: Date): "used" | "expired" | null {
  if (link.usedAt !== null) return "used";
  return link.expiresAt !== null && link.expiresAt <= now ? "expired" : null;
}
