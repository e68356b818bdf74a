import type { CookiesOptions, CookieOption, NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { v7 } from "uuid";
import { z } from "zod";
import { Credentials } from "@/lib/contracts/account";
import type { UserId } from "@/lib/core/ids";
import { ownProfile } from "@/lib/usecases/accounts/own-profile";
import { signInWithPassword } from "@/lib/usecases/accounts/sign-in-with-password";
import { signInWithProvider } from "@/lib/usecases/accounts/sign-in-with-provider";
import { signOut } from "@/lib/usecases/accounts/sign-out";
import { isHttps, type ServerEnv } from "../env";
import { log, logSecurity } from "../log";
import { makeContext, makeVisit } from "../make-context";
import { actorOfSession } from "../session";
import { readSession, SESSION_SECONDS, sessionCookieName, signSession } from "../session-token";
import { landingPath } from "./landing-path";
import { OIDC, oidcProvider } from "./oidc-provider";

/** What next-auth hands round as a token: the claims of the session. */
const Token = z.object({ sub: z.string(), ver: z.int(), jti: z.string() });

/** What our providers make of who has signed in. */
interface AuthUser {
  readonly id: string;
  readonly sessionVersion: number;
}

export function nextAuthOptions(env: ServerEnv): NextAuthOptions {
  const { url, secret, oidc } = env;
  return {
    secret,
    useSecureCookies: isHttps(url),
    cookies: cookies(url),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    logger: LOGGER,
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const { data } = Credentials.safeParse({ email: given?.email, password: given?.password });
          const user = data === undefined ? null : await signInWithPassword(makeVisit(), data);
          return user === null ? null : { id: user.id, sessionVersion: user.sessionVersion };
        },
      }),
      ...(oidc === null ? [] : [oidcProvider(oidc)]),
    ],
    jwt: {
      // Signed, not encrypted: a session says who, since when and nothing secret, and checking it costs a tenth.
      encode: async ({ token }) => {
        const { sub, ver, jti } = Token.parse(token);
        return signSession({ userId: sub as UserId, version: ver, sessionId: jti }, secret);
      },
      decode: async ({ token }) => {
        const session = token === undefined ? null : await readSession(token, secret);
        if (session === null || (await actorOfSession(session)) === null) return null;
        return { sub: session.userId, ver: session.version, jti: session.sessionId };
      },
    },
    callbacks: {
      redirect: ({ url: wanted }) => new URL(landingPath(wanted, url), url).href,
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== OIDC) return true;
        const known = await signInWithProvider(makeVisit(), {
          provider: OIDC,
          providerAccountId: account.providerAccountId,
          verifiedEmail: verifiedEmail(profile),
        });
        if (known === null) return "/sign-in?error=NoAccount";
        // What next-auth passes on to `jwt`.
        Object.assign(user, { id: known.id, sessionVersion: known.sessionVersion });
        return true;
      },
      jwt: ({ token, user }) => {
        const fresh = user as AuthUser | undefined;
        return fresh === undefined ? token : { sub: fresh.id, ver: fresh.sessionVersion, jti: v7() };
      },
      session: async ({ session: { expires }, token }) => ({
        expires,
        user: await shownUser(Token.parse(token).sub),
      }),
    },
    events: {
      signIn: ({ user }) => logSecurity({ event: "sign_in", userId: user.id }),
      signOut: async ({ token }) => {
        const { data } = Token.safeParse(token);
        if (data === undefined) return;
        const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
        await signOut(makeVisit(), { sessionId: data.jti, expiresAt });
        logSecurity({ event: "sign_out", userId: data.sub });
      },
    },
  };
}

/** What `/api/auth/session` tells of the user; next-auth asks only after `decode` has found the session valid. */
async function shownUser(id: string) {
  const { name, email } = await ownProfile(
    makeContext({ userId: id as UserId, isAdmin: false, limits: null }),
  );
  return { id, name, email };
}

/** The address, where the provider vouches for it. */
function verifiedEmail(profile: unknown): string | null {
  const { data } = z.object({ email: z.string(), email_verified: z.literal(true) }).safeParse(profile);
  return data?.email ?? null;
}

function cookies(url: URL): CookiesOptions {
  const secure = isHttps(url);
  const cookie = (name: string, maxAge?: number): CookieOption => ({
    name: `${secure ? "__Host-" : ""}triptych.${name}`,
    options: {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    },
  });
  const quarterOfAnHour = 15 * 60;
  return {
    sessionToken: { ...cookie("session"), name: sessionCookieName(url) },
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf"),
    pkceCodeVerifier: cookie("pkce", quarterOfAnHour),
    state: cookie("state", quarterOfAnHour),
    nonce: cookie("nonce", quarterOfAnHour),
  };
}

/** next-auth's own messages may hold what people typed: only their codes are kept. */
const LOGGER: NonNullable<NextAuthOptions["logger"]> = {
  error: (code) => log().warn({ code }, "next-auth"),
  warn: (code) => log().debug({ code }, "next-auth"),
  debug: () => undefined,
};
