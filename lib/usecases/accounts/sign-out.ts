import { endSession } from "@/lib/db/user-repository";
import type { Visit } from "./visit";

/** Ends this one session: its token is worth nothing from now on, whoever may have kept it. */
export async function signOut(
  { db, now }: Visit,
  input: { readonly sessionId: string; readonly expiresAt: Date },
): Promise<void> {
  await endSession(db, input.sessionId, now(), input.expiresAt);
}
