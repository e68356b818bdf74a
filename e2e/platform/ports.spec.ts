import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { tryPort } from "@/lib/server/postgres/free-port";
import type { Keeper } from "@/lib/server/postgres/process-lock";
import { aTerminal } from "./terminal";

const READY = /ready at http:\/\/127\.0\.0\.1:(\d+)\/[\s\S]*Stop it with Ctrl-C/;
const HOST = "127.0.0.1";

async function firstFreePort(port = 3000): Promise<number> {
  return (await tryPort(port, HOST)) ?? firstFreePort(port + 1);
}

/** Resolves as soon as the start has begun its server, which needs a moment until it listens. */
async function serverBegun(dataFolder: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const lock = await readFile(join(dataFolder, "lock.json"), "utf8").catch(() => null);
        return lock === null ? 0 : (JSON.parse(lock) as Keeper).children.length;
      },
      { intervals: [5], timeout: 120_000 },
    )
    .toBe(1);
}

test("a start that is too late for the port it chose takes the next one", async ({ request }) => {
  const terminal = await aTerminal({ PORT: undefined });
  const rival = createServer();
  try {
    const start = terminal.type("start");
    await serverBegun(terminal.dataFolder);
    const port = await firstFreePort();
    rival.listen({ port, host: HOST, exclusive: true });
    await once(rival, "listening");
    const [, next] = await start.says(READY);
    expect(start.said()).toContain(`Another process was faster at port ${port}; trying the next one.`);
    expect(Number(next)).toBeGreaterThan(port);
    expect((await request.get(`http://${HOST}:${next}/readyz`)).status()).toBe(200);
  } finally {
    rival.close();
    await terminal.close();
  }
});

test("a port that was asked for and is taken stops the start with one line", async () => {
  const rival = createServer().listen(0, HOST);
  await once(rival, "listening");
  const address = rival.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const terminal = await aTerminal({ PORT: String(port) });
  try {
    const start = terminal.type("start");
    expect(await start.ends()).toBe(1);
    expect(start.said()).toBe(
      `Port ${port} of ${HOST} is taken. Choose another with PORT=…, or leave PORT out.\n`,
    );
  } finally {
    rival.close();
    await terminal.close();
  }
});
