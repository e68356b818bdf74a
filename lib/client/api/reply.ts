import type { Fault } from "@/lib/core/errors";
import type { UserId } from "@/lib/core/ids";
import { ACTING_USER } from "@/lib/contracts/acting-user";
import { Problem } from "@/lib/contracts/problem";

/** What came of a request that will be repeated until it is answered. */
export type Reply<T> =
  | { readonly kind: "ok"; readonly value: T }
  /** Nobody knows whether it was done: no connection, a server in trouble, or an answer that is not ours. */
  | { readonly kind: "unavailable"; readonly retryAfterMs: number | null }
  | { readonly kind: "signed-out" }
  /** The server will not do this, however often it is asked. */
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly message: string;
      readonly faults: readonly Fault[];
    };

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

export interface RepeatableRequest {
  readonly method: "GET" | "POST" | "DELETE";
  /** Below `/api/v1`, with its query. */
  readonly path: `/${string}`;
  readonly body?: unknown;
  /** For whom it is sent: whoever else is signed in by now, it is not done in their name. */
  readonly userId: UserId;
}

/** How a page asks its server. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;
export const askServer: Ask = (path, init) => fetch(path, init);

const PATIENCE_MS = 30_000;

/** One attempt of a request that may safely be sent twice. Never throws. Only JSON of the right shape counts as an answer. */
export async function requestReply<T>(
  { method, path, body, userId }: RepeatableRequest,
  parser: Parser<T>,
  ask: Ask,
): Promise<Reply<T>> {
  try {
    const response = await ask(`/api/v1${path}`, {
      method,
      headers: {
        accept: "application/json",
        [ACTING_USER]: userId,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A portal redirects to its own page; our interface never does.
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const unavailable = { kind: "unavailable", retryAfterMs: retryAfter(response) } as const;
    if (!isJson(response)) return unavailable;
    const answer: unknown = await response.json();
    if (response.ok) {
      const parsed = parser.safeParse(answer);
      return parsed.success ? { kind: "ok", value: parsed.data } : unavailable;
    }
    const problem = Problem.safeParse(answer);
    if (!problem.success || isPassing(response.status)) return unavailable;
    if (response.status === 401) return { kind: "signed-out" };
    const { code, detail, errors } = problem.data;
    return { kind: "refused", code, message: detail, faults: errors };
  } catch {
    return { kind: "unavailable", retryAfterMs: null };
  }
}

/** Troubles that end by themselves. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

function isJson(response: Response): boolean {
  return /^application\/(problem\+)?json\b/i.test(response.headers.get("content-type") ?? "");
}

/** `Retry-After` in seconds; a date is left to our own patience. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
