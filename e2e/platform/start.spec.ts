import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { readPostmaster } from "@/lib/server/postgres/cluster";
import { placeCluster } from "@/lib/server/postgres/data-folder";
import { pidExists } from "@/lib/server/postgres/process-identity";
import { aTerminal } from "./terminal";

const READY = /ready at (http:\/\/127\.0\.0\.1:\d+\/)[\s\S]*Stop it with Ctrl-C/;

async function postmasterOf(dataFolder: string): Promise<number> {
  return (await readPostmaster((await placeCluster(dataFolder)).cluster))?.pid ?? 0;
}

test.describe("npm start", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });

  test("serves, lets commands in, keeps a second start out, and ends cleanly with the database last", async ({
    request: browser,
  }) => {
    const terminal = await aTerminal();
    try {
      const start = terminal.type("start");
      const [said, address = ""] = await start.says(READY);
      expect(said).toMatch(/with this link, which works once: \S+\/set-up\?token=\S+/);
      expect((await browser.get(`${address}readyz`)).status()).toBe(200);

      const second = terminal.type("start");
      expect(await second.ends()).toBe(1);
      expect(second.said()).toMatch(
        /^Triptych is already running with the data folder .* \(process \d+\)\.\n$/,
      );

      const command = terminal.type("project", "list");
      expect(await command.ends()).toBe(0);
      expect(command.said()).toMatch(/Sample: Venezuela 2019 {2}\(2 documents\)/);

      const postmaster = await postmasterOf(terminal.dataFolder);
      start.process.kill("SIGINT");
      expect(await start.ends()).toBe(0);
      expect(pidExists(postmaster)).toBe(false);
    } finally {
      await terminal.close();
    }
  });

  test("comes back after a kill, on the same port, with the database that went on running", async () => {
    const terminal = await aTerminal();
    try {
      const killed = terminal.type("start");
      const [, address] = await killed.says(READY);
      const postmaster = await postmasterOf(terminal.dataFolder);
      killed.process.kill("SIGKILL");
      await killed.ends();

      const next = terminal.type("start");
      const [, sameAddress] = await next.says(READY);
      expect(sameAddress).toBe(address);
      expect(await postmasterOf(terminal.dataFolder)).toBe(postmaster);
      const verified = terminal.type("verify");
      expect(await verified.ends()).toBe(0);
      next.process.kill("SIGTERM");
      expect(await next.ends()).toBe(0);
    } finally {
      await terminal.close();
    }
  });
});

test("a request that is under way when the server is asked to stop is answered, and nothing of it is lost", async () => {
  test.setTimeout(240_000);
  const terminal = await aTerminal();
  try {
    const start = terminal.type("start");
    const [, address = ""] = await start.says(READY);
    const token = await terminal.managerToken();
    const [projectId] = await terminal.type("project", "list").says(/^\S+/);

    const upload = request(new URL(`api/v1/projects/${projectId}/imports`, address), {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/x-ndjson",
        expect: "100-continue",
      },
    });
    const answered = once(upload, "response") as Promise<[IncomingMessage]>;
    upload.flushHeaders();
    await once(upload, "continue");
    upload.write('{"external_id":"first","text":"Sent before the signal."}\n');
    start.process.kill("SIGTERM");
    await start.says(/Stopping/);
    upload.end('{"external_id":"second","text":"Sent after it."}\n');
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    expect(JSON.parse((await response.setEncoding("utf8").toArray()).join(""))).toMatchObject({
      created: 2,
      failed: 0,
    });
    expect(await start.ends()).toBe(0);

    const listed = terminal.type("project", "list");
    await listed.says(/\(4 documents\)/);
  } finally {
    await terminal.close();
  }
});

test("a wrong option is one line and code 2", async () => {
  const terminal = await aTerminal();
  const command = terminal.type("user", "create", "--nmae", "Ana");
  expect(await command.ends()).toBe(2);
  expect(command.said()).toBe("triptych user: Unknown option '--nmae'. See: npx triptych help\n");
  await terminal.close();
});

test("a purge deletes what is old enough, and nothing else", async () => {
  test.setTimeout(240_000);
  const terminal = await aTerminal();
  try {
    const wrong = terminal.type("purge", "--older-than", "soon");
    expect([await wrong.ends(), wrong.said()]).toEqual([
      2,
      "triptych purge: --older-than: must be a number of days, 0 to 36500. See: npx triptych help\n",
    ]);
    const [projectId] = await terminal.type("project", "create", "--name", "Kept").says(/^\S+/);
    const purge = terminal.type("purge", "--project", projectId, "--older-than", "0");
    expect([await purge.ends(), purge.said()]).toEqual([0, "Nothing has lain in the trash for 0 days.\n"]);
    await terminal.type("project", "list").says(/Kept/);
  } finally {
    await terminal.close();
  }
});

test("a backup comes back in a new data folder and verifies", async () => {
  test.setTimeout(240_000);
  const [old, fresh] = [await aTerminal(), await aTerminal()];
  try {
    expect(await old.type("project", "create", "--name", "Kept 🚲").ends()).toBe(0);
    const folder = join(old.dataFolder, "backup");
    expect(await old.type("backup", folder).ends()).toBe(0);
    expect(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"))).toMatchObject({
      format: "triptych-backup-1",
    });
    const restore = fresh.type("restore", folder);
    expect(await restore.ends()).toBe(0);
    expect(restore.said()).toMatch(/All is well/);
    const list = fresh.type("project", "list");
    await list.ends();
    expect(list.said()).toMatch(/Kept 🚲/);
  } finally {
    await Promise.all([old.close(), fresh.close()]);
  }
});
