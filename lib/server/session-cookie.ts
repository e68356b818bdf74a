import { v7 } from "uuid";
import type { UserId } from "@/lib/core/ids";
import { isHttps, serverEnv } from "./env";
import { SESSION_SECONDS, sessionCookieName, signSession } from "./session-token";

/** A Set-Cookie header that begins a session, as next-auth does at sign-in. */
export async function sessionCookie(userId: UserId, version: number): Promise<string> {
  const { url, secret } = serverEnv();
  const token = await signSession({ userId, version, sessionId: v7() }, secret);
  const cookie = `${sessionCookieName(url)}=${token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax`;
  return isHttps(url) ? `${cookie}; Secure` : cookie;
}
