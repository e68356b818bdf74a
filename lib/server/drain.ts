import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** What long-lived work does when the server is asked to stop: a stream says goodbye, a job stops at a checkpoint. */
export type WindDown = () => void | Promise<void>;

interface DrainState {
  draining: boolean;
  readonly windDowns: Set<WindDown>;
  readonly responses: Set<ServerResponse>;
  readonly servers: Set<Server>;
}

// Next gives routes and instrumentation module instances of their own; there is one server all the same.
const held = globalThis as typeof globalThis & { triptychDrain?: DrainState };

/** True once the server has been asked to stop: it is no longer ready, and takes on nothing that lasts. */
export function isDraining(): boolean {
  return state().draining;
}

/** Has `windDown` called when the server is asked to stop. Returns the way to withdraw it, for work that ends before. */
export function onDrain(windDown: WindDown): () => void {
  state().windDowns.add(windDown);
  return () => state().windDowns.delete(windDown);
}

/** Watches the HTTP server of this process, so that `drain` knows what is under way. Call it before the first request. */
export function watchRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { response, server } = message as {
      request: IncomingMessage;
      response: ServerResponse;
      server: Server;
    };
    const { responses, servers } = state();
    servers.add(server);
    responses.add(response);
    response.once("close", () => {
      responses.delete(response);
      if (isDraining()) server.closeIdleConnections();
    });
  });
}

/**
 * Not ready any more from this moment; then no new connections, everything long-lived winds down, and what is under
 * way is answered.
 * @returns false when requests were still under way after `patienceMs`.
 */
export async function drain(patienceMs: number): Promise<boolean> {
  const { windDowns, responses, servers } = state();
  state().draining = true;
  for (const server of servers) server.close();
  const allDone = Promise.all([...windDowns].map(async (windDown) => windDown())).then(() =>
    answered(responses),
  );
  const outOfPatience = new Promise<false>((resolve) => setTimeout(resolve, patienceMs, false).unref());
  return Promise.race([allDone.then(() => true), outOfPatience]);
}

async function answered(responses: ReadonlySet<ServerResponse>): Promise<void> {
  while (responses.size > 0) {
    await Promise.all(
      [...responses].map((response) => new Promise((resolve) => response.once("close", resolve))),
    );
  }
}

function state(): DrainState {
  return (held.triptychDrain ??= {
    draining: false,
    windDowns: new Set(),
    responses: new Set(),
    servers: new Set(),
  });
}
