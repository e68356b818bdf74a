import { createSecretKey, type KeyObject } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { UserId } from "@/lib/core/ids";
import { UserIdSchema } from "@/lib/contracts/ids";
import { isHttps } from "./env";

/** What the session cookie says; whether it still holds is for the database to say. */
export interface SessionClaims {
  readonly userId: UserId;
  /** The user's `sessionVersion` at sign-in. */
  readonly version: number;
  /** Names this one session, so that signing out can end it. */
  readonly sessionId: string;
}

/** A fortnight after sign-in one signs in again. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

const ALGORITHM = "HS256";
/** No other token that this secret may ever sign passes for a session. */
const AUDIENCE = "triptych-session";

const Payload = z.object({ sub: UserIdSchema, ver: z.int(), jti: z.uuid(), exp: z.number() });

export async function signSession(claims: SessionClaims, secret: string, now = new Date()): Promise<string> {
  const issued = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ver: claims.version })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(claims.userId)
    .setJti(claims.sessionId)
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(issued + SESSION_SECONDS)
    .sign(keyOf(secret));
}

/** Null for whatever is not a session of ours, however it is broken. */
export async function readSession(token: string, secret: string): Promise<SessionClaims | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
    });
    const { data } = Payload.safeParse(payload);
    return data === undefined ? null : { userId: data.sub, version: data.ver, sessionId: data.jti };
  } catch {
    return null;
  }
}

/** `__Host-` ties the cookie to this one host over https; browsers refuse the prefix on http. */
export function sessionCookieName(url: URL): string {
  return isHttps(url) ? "__Host-triptych.session" : "triptych.session";
}

const keys = new Map<string, KeyObject>();

function keyOf(secret: string): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret, "utf8"));
  keys.set(secret, key);
  return key;
}
