import { readdir, readFile } from "node:fs/promises";

/** Next's server, which the command of this id has started: a child of it. Linux alone tells. */
export async function serverOf(commandPid: number): Promise<number> {
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readFile(`/proc/${entry}/status`, "utf8").catch(() => "");
    if (/^PPid:\s*(\d+)/m.exec(status)?.[1] === String(commandPid) && status.includes("next-server"))
      return Number(entry);
  }
  throw new Error(`the command ${commandPid} has no server`);
}

/** How much memory a process holds, in MiB. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}
