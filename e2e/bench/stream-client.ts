import { Agent, get, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { createParser } from "eventsource-parser";
import type { Frame } from "@/lib/contracts/live";

/** Somebody who follows a document, and notes when each operation of a set arrives. */
export interface StreamClient {
  /** By seq, when it arrived; milliseconds of `performance.now()`. */
  readonly arrivals: ReadonlyMap<number, number>;
  readonly close: () => void;
}

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

/** Resolves when everything that was there has been told. */
export async function openStreamClient(url: string, path: string, token: string): Promise<StreamClient> {
  const request = get(new URL(path, url), { agent, headers: { authorization: `Bearer ${token}` } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`no stream: ${response.statusCode}`);
  const arrivals = new Map<number, number>();
  await new Promise<void>((resolve, reject) => {
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === "live") resolve();
        if (event !== undefined) return;
        const at = performance.now();
        for (const { seq } of (JSON.parse(data) as Frame).operations) arrivals.set(seq, at);
      },
    });
    response.setEncoding("utf8").on("data", (text: string) => parser.feed(text));
    response.on("error", () => reject(new Error("the stream broke off")));
  });
  return { arrivals, close: () => request.destroy() };
}
