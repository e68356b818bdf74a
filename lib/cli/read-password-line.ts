import { createInterface } from "node:readline";
import { UsageError } from "./command";

/** The first line of standard input, so that a password appears neither in the shell's history nor in the process list. */
export async function readPasswordLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    if (line !== "") return line;
  }
  throw new UsageError("--password-stdin expects the password on standard input");
}
