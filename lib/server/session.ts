import type { Actor, Credential } from "@/lib/core/access/actor";
import { ownerOfToken, type TokenOwner } from "@/lib/db/token-repository";
import { userOfSession } from "@/lib/db/user-repository";
import { hashSecret, isApiToken } from "@/lib/usecases/accounts/secret-token";
import { cookieValue } from "./cookie-value";
import { database } from "./database";
import { serverEnv } from "./env";
import { readSession, sessionCookieName, type SessionClaims } from "./session-token";

/**
 * Who asks, by token or by session cookie; null for everybody who cannot prove it. The database is asked each time, so
 * a password change, a sign-out or a disabled account holds from the next request on.
 */
export async function identify(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) return actorOfToken(authorization);
  const session = await sessionOf(headers);
  return session === null ? null : actorOfSession(session);
}

/** By what somebody is let in, to be asked about again later; whether it holds now, `identify` says. */
export async function credentialOf(headers: Headers): Promise<Credential | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const owner = await ownerOf(authorization);
    return owner === null ? null : { kind: "token", userId: owner.userId, tokenId: owner.tokenId };
  }
  const session = await sessionOf(headers);
  return session === null ? null : { kind: "session", ...session };
}

/** What the session cookie claims, its signature checked; the database has not been asked. */
async function sessionOf(headers: Headers): Promise<SessionClaims | null> {
  const { url, secret } = serverEnv();
  const cookie = cookieValue(headers.get("cookie"), sessionCookieName(url));
  return cookie === null ? null : readSession(cookie, secret);
}

export async function actorOfSession(session: SessionClaims): Promise<Actor | null> {
  const user = await userOfSession(database(), session);
  return user === null ? null : { userId: session.userId, isAdmin: user.isAdmin, limits: null };
}

async function actorOfToken(authorization: string): Promise<Actor | null> {
  const owner = await ownerOf(authorization);
  if (owner === null) return null;
  const { userId, isAdmin, projectId, scopes } = owner;
  const limits = projectId === null && scopes.length === 0 ? null : { projectId, scopes };
  return { userId, isAdmin: isAdmin && limits === null, limits };
}

async function ownerOf(authorization: string): Promise<TokenOwner | null> {
  const [scheme, token, ...rest] = authorization.trim().split(/ +/);
  if (scheme?.toLowerCase() !== "bearer" || token === undefined || rest.length > 0 || !isApiToken(token))
    return null;
  return ownerOfToken(database(), hashSecret(token), new Date());
}
