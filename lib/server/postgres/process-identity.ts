import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the words of the operating system; empty where that cannot be learnt. */
  readonly started: string;
}

export async function identify(pid: number): Promise<ProcessIdentity> {
  return { pid, started: await startOf(pid) };
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return pidExists(identity.pid) && (await startOf(identity.pid)) === identity.started;
}

export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function startOf(pid: number): Promise<string> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The second field is the program's name in brackets and may hold anything; "starttime" is the 22nd.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // Dead, and nobody has asked how it ended: in a container often nobody ever does.
    return state === "Z" ? "" : (fields[18] ?? "");
  }
  const listing = promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
  return listing.then(({ stdout }) => stdout.trim()).catch(() => "");
}
