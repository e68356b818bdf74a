import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "@/lib/server/postgres/free-port";
import { onFreePort } from "./on-free-port";
import { PortTakenError, type ServerAddress } from "./server-address";

const settings = { host: "127.0.0.1", port: null, url: null, allowHttp: false };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen({ host, port }: ServerAddress): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true });
  servers.push(server);
  await once(server, "listening");
}

/** A server of whom `rivals` others are faster. */
function lateBy(rivals: number) {
  const tried: number[] = [];
  const serve = async (address: ServerAddress): Promise<number> => {
    tried.push(address.port);
    if (tried.length <= rivals) await listen(address);
    await listen(address).catch(() => Promise.reject(new PortTakenError(address)));
    return address.port;
  };
  return { tried, serve };
}

describe("onFreePort", () => {
  it("takes the next port where somebody else was faster, as often as need be", async () => {
    const { tried, serve } = lateBy(2);
    const port = await onFreePort(settings, serve);
    expect(tried).toHaveLength(3);
    expect(tried.at(-1)).toBe(port);
    expect(new Set(tried).size).toBe(3);
  });

  it("does not leave the port that was asked for", async () => {
    const { tried, serve } = lateBy(1);
    const port = await freePort();
    await expect(onFreePort({ ...settings, port }, serve)).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken`,
    );
    expect(tried).toEqual([port]);
  });

  it("does not try again what failed for another reason", async () => {
    const broken = () => Promise.reject(new Error("broken"));
    await expect(onFreePort(settings, broken)).rejects.toThrow("broken");
  });
});
