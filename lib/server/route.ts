import { v7 } from "uuid";
import { z, type output, type ZodType } from "zod";
import type { Actor } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import { ACTING_USER } from "@/lib/contracts/acting-user";
import type { Visit } from "@/lib/usecases/accounts/visit";
import type { Context } from "@/lib/usecases/context";
import { serverEnv } from "./env";
import { logFailure, logRequest } from "./log";
import { makeContext, makeVisit } from "./make-context";
import { requireOwnOrigin } from "./origin";
import { parseWith } from "./parse";
import { asAppError, isReported, problemResponse } from "./problem";
import { readJson, requireType } from "./read-body";
import { readQuery } from "./read-query";
import { toResponse } from "./reply";
import { withFixedHeaders } from "./response-headers";
import { identify } from "./session";

const NOTHING = z.strictObject({});

type MaybeSchema = ZodType | undefined;
type Parsed<S> = S extends ZodType ? output<S> : undefined;

/** What a route takes. What it does not name, it refuses. */
export interface RouteSpec<P extends MaybeSchema, Q extends MaybeSchema, B extends MaybeSchema | "stream"> {
  readonly params?: P;
  readonly query?: Q;
  /** A schema for JSON, or `stream`: the handler reads `request.body` itself. */
  readonly body?: B;
  /** Media types of a stream. */
  readonly types?: readonly string[];
  /** Of a JSON body. */
  readonly maxBytes?: number;
  /** Nobody need have signed in. */
  readonly public?: boolean;
}

export interface RouteInput<P, Q, B> {
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly body: Parsed<B>;
  readonly request: Request;
}

/** As Next calls it. */
export type RouteHandler = (
  request: Request,
  context: { readonly params: Promise<Readonly<Record<string, unknown>>> },
) => Promise<Response>;

/**
 * A route is a declaration: what it takes, and what becomes of it. The handler returns a value (200 and JSON), nothing
 * (204), `reply(value, …)` or a `Response`; what it throws becomes problem JSON.
 */
export function route<
  P extends MaybeSchema = undefined,
  Q extends MaybeSchema = undefined,
  B extends MaybeSchema | "stream" = undefined,
>(
  spec: RouteSpec<P, Q, B> & { readonly public: true },
  handler: (visit: Visit, input: RouteInput<P, Q, B>) => unknown,
): RouteHandler;
export function route<
  P extends MaybeSchema = undefined,
  Q extends MaybeSchema = undefined,
  B extends MaybeSchema | "stream" = undefined,
>(spec: RouteSpec<P, Q, B>, handler: (ctx: Context, input: RouteInput<P, Q, B>) => unknown): RouteHandler;
export function route<P extends MaybeSchema, Q extends MaybeSchema, B extends MaybeSchema | "stream">(
  spec: RouteSpec<P, Q, B>,
  handler: (ctx: Context, input: RouteInput<P, Q, B>) => unknown,
): RouteHandler {
  return async (request, { params }) => {
    const started = performance.now();
    const requestId = v7();
    let actor: Actor | null = null;
    const respond = async (): Promise<Response> => {
      requireOwnOrigin(request, serverEnv().url);
      actor = spec.public === true ? null : await requireActor(request);
      const input = await readInput(spec, request, await params);
      // Without an actor the handler is one that was declared public, and takes a `Visit`.
      const ctx = actor === null ? (makeVisit() as Context) : makeContext(actor);
      return toResponse(await handler(ctx, input));
    };
    const response = withFixedHeaders(
      await respond().catch((error: unknown) => refusal(error, requestId, request.signal)),
      requestId,
    );
    logRequest({
      requestId,
      userId: (actor as Actor | null)?.userId ?? null,
      method: request.method,
      route: new URL(request.url).pathname,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
    return response;
  };
}

/** A page that was opened by one person does not act as the next one who signs in in that browser. */
async function requireActor({ headers }: Request): Promise<Actor> {
  const actor = await identify(headers);
  const expected = headers.get(ACTING_USER);
  if (actor === null || (expected !== null && expected !== actor.userId))
    throw new AppError("unauthenticated");
  return actor;
}

async function readInput<P extends MaybeSchema, Q extends MaybeSchema, B extends MaybeSchema | "stream">(
  spec: RouteSpec<P, Q, B>,
  request: Request,
  params: Readonly<Record<string, unknown>>,
): Promise<RouteInput<P, Q, B>> {
  return {
    params: readParams(spec.params, params) as Parsed<P>,
    query: readDeclaredQuery(spec.query, request) as Parsed<Q>,
    body: (await readDeclaredBody(spec, request)) as Parsed<B>,
    request,
  };
}

/** What has no valid name does not exist. */
function readParams(schema: MaybeSchema, given: Readonly<Record<string, unknown>>): unknown {
  if (schema === undefined) return undefined;
  const { success, data } = schema.safeParse(given);
  if (!success) throw new AppError("not_found");
  return data;
}

function readDeclaredQuery(schema: MaybeSchema, request: Request): unknown {
  const given = readQuery(new URL(request.url).searchParams);
  return parseWith(schema ?? NOTHING, given);
}

async function readDeclaredBody(
  { body, types, maxBytes }: RouteSpec<MaybeSchema, MaybeSchema, MaybeSchema | "stream">,
  request: Request,
): Promise<unknown> {
  if (body === undefined) return undefined;
  if (body !== "stream") return parseWith(body, await readJson(request, maxBytes));
  if (types !== undefined) requireType(request, types);
  return undefined;
}

/** That somebody went away before they were answered is no failure. */
function refusal(error: unknown, requestId: string, { aborted, reason }: AbortSignal): Response {
  const known = asAppError(error);
  if (isReported(known) && !(aborted && error === reason)) logFailure(requestId, known);
  return problemResponse(known, requestId);
}
