import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { identify } from "./process-identity";
import { takeLock } from "./process-lock";

const folder = await mkdtemp(join(tmpdir(), "triptych-lock-"));
afterAll(() => rm(folder, { recursive: true }));
let made = 0;
const aPath = () => join(folder, `lock-${(made += 1)}.json`);

/** A lock as a process leaves it behind that was killed. */
async function abandonedLock(): Promise<string> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const identity = await identify(child.pid ?? 0);
  const path = aPath();
  await writeFile(path, JSON.stringify({ ...identity, role: "server", children: [] }));
  child.kill("SIGKILL");
  await once(child, "exit");
  return path;
}

describe("a lock", () => {
  it("is held by one, and free again once it is released", async () => {
    const path = aPath();
    const first = await takeLock(path, "server");
    expect(await takeLock(path, "command")).toMatchObject({
      taken: false,
      keeper: { pid: process.pid, role: "server" },
    });
    if (first.taken) await first.release();
    expect(await takeLock(path, "command")).toMatchObject({ taken: true, predecessor: null });
  });

  it("of a process that was killed is taken over, and tells what that process had started", async () => {
    const path = await abandonedLock();
    expect(await takeLock(path, "server")).toMatchObject({
      taken: true,
      predecessor: { role: "server", children: [] },
    });
  });

  it("of a dead process whose number somebody else has now is taken over too", async () => {
    const path = aPath();
    await writeFile(
      path,
      JSON.stringify({ pid: process.pid, started: "long ago", role: "server", children: [] }),
    );
    expect(await takeLock(path, "server")).toMatchObject({ taken: true });
  });

  it("that cannot be read is taken over", async () => {
    const path = aPath();
    await writeFile(path, "half a lo");
    expect(await takeLock(path, "server")).toMatchObject({ taken: true, predecessor: null });
  });

  it("that was abandoned goes to one of several that find it together", async () => {
    const path = await abandonedLock();
    const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, "server")));
    expect(results.filter(({ taken }) => taken)).toHaveLength(1);
    expect(
      (await readdir(folder)).filter((name) => name.startsWith(`${path.split("/").at(-1) ?? ""}.`)),
    ).toEqual([]);
  });

  it("names the programs that its holder has started", async () => {
    const path = aPath();
    const lock = await takeLock(path, "server");
    if (lock.taken) await lock.noteChild(process.pid);
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({
      children: [await identify(process.pid)],
    });
  });
});
