import { expect, test } from "@playwright/test";
import { v7 } from "uuid";
import { readPostmaster } from "@/lib/server/postgres/cluster";
import { placeCluster } from "@/lib/server/postgres/data-folder";
import { aTerminal } from "./terminal";

const READY = /ready at (http:\/\/127\.0\.0\.1:\d+\/)[\s\S]*Stop it with Ctrl-C/;
const WRITES = 40;
const DEATH_AFTER = 15;

interface Batch {
  readonly results: readonly { readonly id: string; readonly status: string }[];
}
interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** The set of the first sample article that whoever has `token` works in. */
async function openDesk(address: string, token: string) {
  const ask = async (path: string, body?: unknown): Promise<{ status: number; answer: unknown }> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(new URL(`api/v1/${path}`, address), { headers, ...sent });
    return { status: response.status, answer: await response.json() };
  };
  const projectId = ((await ask("projects")).answer as Listed).items[0]?.id ?? "";
  const documentId = ((await ask(`projects/${projectId}/documents`)).answer as Listed).items[0]?.id ?? "";
  const opened = await ask(`projects/${projectId}/documents/${documentId}/sets`, { kind: "annotator" });
  const set = `projects/${projectId}/sets/${(opened.answer as { readonly id: string }).id}`;
  const clientId = v7();
  return {
    /** Sends one new annotation, again and again under the same ids, until the server says that it has it. */
    async annotate(start: number): Promise<string> {
      const operation = {
        id: v7(),
        kind: "annotation.create",
        target: v7(),
        body: { label: "actor", start, end: start + 1 },
      };
      await expect(async () => {
        const { status, answer } = await ask(`${set}/operations`, { clientId, operations: [operation] });
        expect([status, (answer as Batch).results[0]?.status]).toEqual([200, "ok"]);
      }).toPass({ intervals: [50], timeout: 60_000 });
      return operation.target;
    },
    async stored(): Promise<readonly string[]> {
      return ((await ask(set)).answer as { annotations: readonly { id: string }[] }).annotations.map(
        ({ id }) => id,
      );
    },
  };
}

test("a database that is killed comes back under the running server, with all that was acknowledged", async () => {
  const terminal = await aTerminal();
  try {
    const start = terminal.type("start");
    const [, address = ""] = await start.says(READY);
    const desk = await openDesk(address, await terminal.managerToken());

    const { cluster } = await placeCluster(terminal.dataFolder);
    const before = await readPostmaster(cluster);
    const readiness = async () => (await fetch(new URL("readyz", address))).status;
    const acknowledged: string[] = [];
    for (let i = 0; i < WRITES; i += 1) {
      if (i === DEATH_AFTER) {
        process.kill(before?.pid ?? 0, "SIGKILL");
        await expect.poll(readiness, { intervals: [20] }).toBe(503);
      }
      acknowledged.push(await desk.annotate(i));
    }

    await expect.poll(readiness).toBe(200);
    const after = await readPostmaster(cluster);
    expect(after?.port).toBe(before?.port);
    expect(after?.pid).not.toBe(before?.pid);
    expect((await desk.stored()).toSorted()).toEqual(acknowledged.toSorted());
    expect(start.said().match(/database has ended/g)).toHaveLength(1);
    const verified = terminal.type("verify");
    expect([await verified.ends(), verified.said()]).toEqual([0, expect.stringContaining("All is well")]);

    start.process.kill("SIGTERM");
    expect(await start.ends()).toBe(0);
    expect(await readPostmaster(cluster)).toBeNull();
  } finally {
    await terminal.close();
  }
});
