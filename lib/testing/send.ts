import { signSession } from "@/lib/server/session-token";
import { serverEnv } from "@/lib/server/env";
import type { RouteHandler } from "@/lib/server/route";
import type { UserId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { hashSecret, newApiToken } from "@/lib/usecases/accounts/secret-token";
import { ADDRESS } from "./as-server";
import { newId } from "./world";

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly params?: Readonly<Record<string, string>>;
}

/** Calls a route as Next does, and reads the answer. */
export async function send(
  handler: RouteHandler,
  { method = "GET", path = "/api/v1/x", headers = {}, body, params = {} }: Sent = {},
) {
  const init = { method, headers, ...(body === undefined ? {} : { body, duplex: "half" }) };
  const response = await handler(new Request(new URL(path, ADDRESS), init), {
    params: Promise.resolve(params),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}

/** The cookie of a session that has begun. */
export async function cookieOf(
  userId: UserId,
  { version = 1, sessionId = newId() }: { version?: number; sessionId?: string } = {},
) {
  return `triptych.session=${await signSession({ userId, version, sessionId }, serverEnv().secret)}`;
}

/** What a page of ours sends with a change. */
export async function asPage(userId: UserId): Promise<Readonly<Record<string, string>>> {
  return { cookie: await cookieOf(userId), origin: ADDRESS, "content-type": "application/json" };
}

/** A token, with what else its row is to say. */
export async function tokenOf(db: Database, userId: UserId, more: object = {}): Promise<string> {
  const token = newApiToken();
  const row = {
    id: newId(),
    tokenHash: hashSecret(token),
    userId,
    name: "t",
    scopes: [],
    createdAt: new Date(),
  };
  await db.prisma.apiToken.create({ data: { ...row, ...more } });
  return token;
}
