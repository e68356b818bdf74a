import { cookies } from "next/headers";
import { v7 } from "uuid";
import type { UserId } from "@/lib/core/ids";
import { isHttps, serverEnv } from "./env";
import { SESSION_SECONDS, sessionCookieName, signSession } from "./session-token";

/** Gives the browser that asked a session of its own; for a server action, which may set cookies. */
export async function beginSession(userId: UserId, version: number): Promise<void> {
  const { url, secret } = serverEnv();
  const token = await signSession({ userId, version, sessionId: v7() }, secret);
  (await cookies()).set(sessionCookieName(url), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isHttps(url),
    maxAge: SESSION_SECONDS,
  });
}
