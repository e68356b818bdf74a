import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import { ACTING_USER } from "@/lib/contracts/acting-user";
import { SERVER_BUILD, type Frame, type PersonHere } from "@/lib/contracts/live";
import { FrameAnswer, HiddenAnswer, PresenceAnswer, SnapshotAnswer } from "@/lib/contracts/operation-answers";
import { Problem } from "@/lib/contracts/problem";
import type { SetSnapshot } from "@/lib/contracts/set";
import { askServer, type Ask } from "./reply";

/** What a stream tells. `id` is where to go on from once it has been taken in. */
export type LiveEvent = { readonly id: string | null } & (
  | { readonly kind: "frame"; readonly frame: Frame }
  | { readonly kind: "snapshot"; readonly snapshot: SetSnapshot }
  | { readonly kind: "hidden"; readonly set: SetId }
  | { readonly kind: "live" }
  /** Which version of the server this is; it comes first. */
  | { readonly kind: "server"; readonly build: string }
  | { readonly kind: "presence"; readonly people: readonly PersonHere[] }
);

/** Why a stream ended, or did not begin. */
export type StreamEnd =
  /** The connection broke, or the server goes; `retryMs` is what the server asked for. */
  | { readonly kind: "lost"; readonly retryMs: number | null }
  | { readonly kind: "resync" }
  | { readonly kind: "revoked" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "refused"; readonly status: number };

export interface LiveApi {
  /** Follows from `after` on until the stream ends or `signal` says so. Never throws. */
  follow(after: string | null, take: (event: LiveEvent) => void, signal: AbortSignal): Promise<StreamEnd>;
}

export interface DocumentAddress {
  readonly userId: UserId;
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
}

/** The server says something every 20 s; a connection that is silent for longer is dead and does not know it. */
const SILENCE_MS = 45_000;

export function liveApi({ userId, projectId, documentId }: DocumentAddress, ask: Ask = askServer): LiveApi {
  const path = `/api/v1/projects/${projectId}/documents/${documentId}/events`;
  return {
    follow: async (after, take, signal) => {
      const silence = new Silence(signal);
      const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
      try {
        const response = await ask(path + query, {
          headers: { accept: "text/event-stream", [ACTING_USER]: userId },
          redirect: "error",
          cache: "no-store",
          signal: silence.signal,
        });
        if (!isEventStream(response)) return await refusal(response);
        const build = response.headers.get(SERVER_BUILD);
        if (build !== null) take({ id: null, kind: "server", build });
        return await readStream(response, take, silence);
      } catch {
        return { kind: "lost", retryMs: null };
      } finally {
        silence.end();
      }
    },
  };
}

/** Aborts when nothing has been heard for long, or when asked to. */
class Silence {
  readonly #controller = new AbortController();
  readonly signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(other: AbortSignal) {
    this.signal = AbortSignal.any([other, this.#controller.signal]);
    this.heard();
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), SILENCE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

async function readStream(
  response: Response,
  take: (event: LiveEvent) => void,
  silence: Silence,
): Promise<StreamEnd> {
  let retryMs: number | null = null;
  const ends: StreamEnd[] = [];
  const parser = createParser({
    onRetry: (milliseconds) => (retryMs = milliseconds),
    onEvent: (message) => {
      if (ends.length > 0) return;
      const read = readEvent(message);
      if (read === null) return;
      if (read.kind === "resync" || read.kind === "revoked") ends.push(read);
      else take(read);
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  try {
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      silence.heard();
      parser.feed(decoder.decode(read.value, { stream: true }));
    }
  } catch {
    // The connection broke, or what came over it is not ours. What came before it has been taken.
    await reader?.cancel().catch(() => undefined);
  }
  return ends[0] ?? { kind: "lost", retryMs };
}

/** Null for what a newer server may say and this page does not know. */
function readEvent({
  event,
  data,
  id = null,
}: Pick<EventSourceMessage, "event" | "data"> & { readonly id?: string | null | undefined }):
  LiveEvent | Extract<StreamEnd, { kind: "resync" | "revoked" }> | null {
  const value: unknown = JSON.parse(data);
  switch (event) {
    case undefined:
      return { id, kind: "frame", frame: FrameAnswer.parse(value) };
    case "snapshot":
      return { id, kind: "snapshot", snapshot: SnapshotAnswer.parse(value) };
    case "hidden":
      return { id, kind: "hidden", set: HiddenAnswer.parse(value).set };
    case "presence":
      return { id, kind: "presence", people: PresenceAnswer.parse(value) };
    case "live":
      return { id, kind: "live" };
    case "resync":
    case "revoked":
      return { kind: event };
    default:
      return null;
  }
}

/** A portal's page is no stream of ours and no refusal either: the connection is not there yet. */
async function refusal(response: Response): Promise<StreamEnd> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  const retry = Number(response.headers.get("retry-after") ?? Number.NaN);
  if (!problem.success || response.status >= 500)
    return { kind: "lost", retryMs: Number.isFinite(retry) ? retry * 1000 : null };
  return response.status === 401 ? { kind: "signed-out" } : { kind: "refused", status: response.status };
}

function isEventStream(response: Response): boolean {
  return response.ok && /^text\/event-stream\b/i.test(response.headers.get("content-type") ?? "");
}
