import { linkByHash } from "@/lib/db/one-time-link-repository";
import { anybodyExists } from "@/lib/db/user-repository";
import { hashSecret } from "./secret-token";
import type { Visit } from "./visit";

export type SetUpState = "open" | "wrong_link" | "done";

/** Whether the first administrator can be made with this link. */
export async function checkSetUpLink({ db }: Visit, input: { readonly token: string }): Promise<SetUpState> {
  if (await anybodyExists(db.prisma)) return "done";
  const link = await linkByHash(db.prisma, "set-up", hashSecret(input.token));
  return link === null || link.usedAt !== null ? "wrong_link" : "open";
}
