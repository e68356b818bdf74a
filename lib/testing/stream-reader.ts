import { EventSourceParserStream, type EventSourceMessage } from "eventsource-parser/stream";
import type { RouteHandler } from "@/lib/server/route";
import { ADDRESS } from "./as-server";
import type { Sent } from "./send";

/** A program that reads an event stream: each event when it comes, the response's head at once. */
export interface StreamReader {
  readonly response: Response;
  /** The next event; null when the stream has ended. */
  readonly next: () => Promise<EventSourceMessage | null>;
  /** The next event of this name; `message` is what has none. Null when the stream ended before. */
  readonly nextOf: (name: string) => Promise<EventSourceMessage | null>;
  readonly hangUp: () => void;
}

/** Calls a route as Next does, which tells the route by the request's signal that its reader has gone. */
export async function openStream(
  handler: RouteHandler,
  { path = "/api/v1/x", headers = {}, params = {} }: Sent,
): Promise<StreamReader> {
  const leaving = new AbortController();
  const request = new Request(new URL(path, ADDRESS), { headers, signal: leaving.signal });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { ...readEvents(response), hangUp: () => leaving.abort() };
}

export function readEvents(response: Response): Omit<StreamReader, "hangUp"> {
  let events: ReadableStreamDefaultReader<EventSourceMessage> | undefined;
  const next = async (): Promise<EventSourceMessage | null> => {
    events ??= response.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    const read = await events?.read().catch(() => undefined);
    return read?.value ?? null;
  };
  const nextOf = async (name: string): Promise<EventSourceMessage | null> => {
    for (let event = await next(); event !== null; event = await next())
      if ((event.event ?? "message") === name) return event;
    return null;
  };
  return { response, next, nextOf };
}
