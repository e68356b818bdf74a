import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { drain, isDraining, onDrain, watchRequests } from "./drain";

/** Answers /slow when told to, and /stream with a stream that ends when the server drains. */
async function listen(finishSlow: Promise<void>): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === "/slow") void finishSlow.then(() => response.end("answered"));
    else {
      response.write("open");
      onDrain(() => void response.end(" bye"));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function ask(port: number, path: string): Promise<IncomingMessage> {
  const [response] = (await once(get({ host: "127.0.0.1", port, path, agent: false }), "response")) as [
    IncomingMessage,
  ];
  return response;
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  return (await response.setEncoding("utf8").toArray()).join("");
}

describe("drain", () => {
  it("ends the streams, answers what is under way, and only then is done", async () => {
    watchRequests();
    let finish = (): void => undefined;
    const server = await listen(new Promise((resolve) => (finish = resolve)));
    const { port } = server.address() as AddressInfo;
    const stream = await ask(port, "/stream");
    const slow = ask(port, "/slow");
    await once(server, "request");
    expect(isDraining()).toBe(false);

    let done = false;
    const draining = drain(60_000).then((complete) => ((done = true), complete));
    expect(isDraining()).toBe(true);
    expect(await bodyOf(stream)).toBe("open bye");
    await expect(ask(port, "/late")).rejects.toThrow(/ECONNREFUSED/);
    expect(done).toBe(false);

    finish();
    expect(await bodyOf(await slow)).toBe("answered");
    expect(await draining).toBe(true);
  });
});
