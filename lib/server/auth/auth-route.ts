import { v7 } from "uuid";
import { canonicalEmail } from "@/lib/core/account/canonical-email";
import { AppError } from "@/lib/core/errors";
import { allCookies } from "../cookie-value";
import { clientAddress } from "../client-address";
import { database } from "../database";
import { serverEnv } from "../env";
import { logFailure, logRequest, logSecurity } from "../log";
import { isOwnOrigin, requireOwnOrigin } from "../origin";
import { asAppError, isReported, problemResponse } from "../problem";
import { readBytes } from "../read-body";
import { readQuery } from "../read-query";
import { withFixedHeaders } from "../response-headers";
import type { RouteHandler } from "../route";
import { sessionCookieName } from "../session-token";
import { callNextAuth, type AuthRequest } from "./call-next-auth";
import { landingPath } from "./landing-path";
import { nextAuthOptions } from "./next-auth-options";
import { beginAttempt } from "./sign-in-throttle";

/** What next-auth offers beyond this (its own pages, a log that anybody may write to, session updates) is not there. */
const OFFERED: Readonly<Record<string, ReadonlySet<string>>> = {
  GET: new Set(["csrf", "providers", "session", "signin", "callback", "error"]),
  POST: new Set(["signin", "callback", "signout"]),
};
const MAX_BODY = 16 * 1024;

/** `/api/auth/…`: next-auth behind our own checks of origin, size, address and number of attempts. */
export const authRoute: RouteHandler = async (request, { params }) => {
  const requestId = v7();
  const started = performance.now();
  const { pathname } = new URL(request.url);
  const steps = stepsOf(await params);
  const response = withFixedHeaders(
    await answer(request, steps).catch((error: unknown) => refusal(error, requestId)),
    requestId,
  );
  const ms = Math.round(performance.now() - started);
  logRequest({
    requestId,
    userId: null,
    method: request.method,
    route: pathname,
    status: response.status,
    ms,
  });
  return response;
};

async function answer(request: Request, steps: readonly string[]): Promise<Response> {
  requireOwnOrigin(request, serverEnv().url);
  if (OFFERED[request.method]?.has(steps[0] ?? "") !== true) throw new AppError("not_found");
  const asked = await readAuthRequest(request, steps);
  const isPassword = request.method === "POST" && steps[0] === "callback" && steps[1] === "credentials";
  const response = isPassword
    ? await attempt(request, asked)
    : await callNextAuth(asked, nextAuthOptions(serverEnv()));
  return atOwnAddress(response, request);
}

/** A password is tried only as often as the throttle lets it. */
async function attempt(request: Request, asked: AuthRequest): Promise<Response> {
  const given = asked.body["email"] ?? "";
  const attempt = await beginAttempt(
    database(),
    canonicalEmail(given) ?? given,
    clientAddress(request.headers),
  );
  const response = await callNextAuth(asked, nextAuthOptions(serverEnv()));
  if (beginsSession(response)) {
    await attempt.succeeded();
    return response;
  }
  logSecurity({ event: attempt.exhausted === null ? "sign_in_failed" : "sign_in_throttled", userId: null });
  if (attempt.exhausted !== null) throw attempt.exhausted;
  return response;
}

function beginsSession({ headers }: Response): boolean {
  const name = sessionCookieName(serverEnv().url);
  return headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`));
}

async function readAuthRequest(request: Request, steps: readonly string[]): Promise<AuthRequest> {
  const { url } = serverEnv();
  const query = readQuery(new URL(request.url).searchParams);
  const body = request.method === "POST" ? await readForm(request) : {};
  const cookies = allCookies(request.headers.get("cookie"));
  return {
    method: request.method,
    steps,
    query: withLandingPath(query, "callbackUrl", url),
    body: withLandingPath(body, "callbackUrl", url),
    cookies: withLandingPath(cookies, nextAuthOptions(serverEnv()).cookies?.callbackUrl?.name ?? "", url),
    headers: Object.fromEntries(request.headers),
  };
}

/** next-auth fails on an address that it cannot parse, so it is only ever given good ones. */
function withLandingPath(
  values: Readonly<Record<string, string>>,
  name: string,
  own: URL,
): Readonly<Record<string, string>> {
  return values[name] === undefined
    ? values
    : { ...values, [name]: new URL(landingPath(values[name], own), own).href };
}

async function readForm(request: Request): Promise<Readonly<Record<string, string>>> {
  const text = new TextDecoder().decode(await readBytes(request, MAX_BODY));
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  if (type.startsWith("application/json")) return stringsOf(text);
  throw new AppError("unsupported_type");
}

function stringsOf(json: string): Readonly<Record<string, string>> {
  try {
    const entries = Object.entries(JSON.parse(json) as object);
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch (cause) {
    throw new AppError("malformed_json", { cause });
  }
}

function stepsOf({ nextauth }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(nextauth) ? nextauth.map(String) : [];
}

/** Whoever opened Triptych as `localhost` stays there, though next-auth only knows the one configured address. */
async function atOwnAddress(response: Response, request: Request): Promise<Response> {
  const { url } = serverEnv();
  const origin = request.headers.get("origin");
  if (origin === null || origin === url.origin || !isOwnOrigin(origin, url)) return response;
  const moved = (address: string) => address.replace(`${url.origin}/`, `${origin}/`);
  const headers = new Headers(response.headers);
  const location = headers.get("location");
  if (location !== null) headers.set("location", moved(location));
  if (headers.get("content-type") !== "application/json")
    return new Response(response.body, { status: response.status, headers });
  const answer = (await response.json()) as { readonly url?: string };
  const body = JSON.stringify(answer.url === undefined ? answer : { ...answer, url: moved(answer.url) });
  return new Response(body, { status: response.status, headers });
}

function refusal(error: unknown, requestId: string): Response {
  const known = asAppError(error);
  if (isReported(known)) logFailure(requestId, known);
  return problemResponse(known, requestId);
}
