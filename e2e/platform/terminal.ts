import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command that has been typed, and what it has said so far. */
export interface Typed {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Resolves when `pattern` has been said. @throws Error with all that was said when the command ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpMatchArray>;
  /** Resolves with the exit code when the command has ended. */
  readonly ends: () => Promise<number | null>;
}

/** Variables of the environment; undefined takes one away. */
type Variables = Readonly<Record<string, string | undefined>>;

/** A terminal with a data folder of its own, in which `npx triptych …` is typed. */
export async function aTerminal(variables: Variables = {}) {
  const parent = await mkdtemp(join(tmpdir(), "triptych platform "));
  // As root, Postgres runs as somebody else, who has to get in.
  await chmod(parent, 0o755);
  const dataFolder = join(parent, "data");
  const typed: Typed[] = [];
  const type = (...args: readonly string[]): Typed => {
    const command = run(args, { TRIPTYCH_DATA_DIR: dataFolder, ...variables });
    typed.push(command);
    return command;
  };
  return {
    dataFolder,
    type,
    /** Makes somebody a manager of the sample project, and a token with which to act as them. */
    async managerToken(): Promise<string> {
      const ana = ["--email", "ana@example.org", "--name", "Ana"];
      const membership = ["--project", "Sample: Venezuela 2019", "--role", "manager"];
      await type("user", "create", ...ana, ...membership).says(/password\?token=/);
      const [token] = await type("token", "create", ...ana).says(/trp_\S+/);
      return token;
    },
    async close(): Promise<void> {
      for (const { process } of typed) process.kill("SIGTERM");
      await Promise.all(typed.map(({ ends }) => ends()));
      await rm(parent, { recursive: true, force: true });
    },
  };
}

function run(args: readonly string[], variables: Variables): Typed {
  const { LANG: _lang, DATABASE_URL: _url, ...inherited } = process.env;
  const environment = {
    ...inherited,
    TRIPTYCH_LOG_LEVEL: "warn",
    // Of this worker's own, so that no other test's server is in the way.
    PORT: String(23_117 + Number(process.env["TEST_PARALLEL_INDEX"] ?? 0)),
    ...variables,
  };
  const child = spawn(process.execPath, ["lib/cli/triptych.js", ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    process: child,
    said: () => said,
    ends: () => ended,
    says: async (pattern) => {
      const over = new AbortController();
      void ended.then(() => over.abort());
      for (;;) {
        const match = pattern.exec(said);
        if (match !== null) return match;
        if (over.signal.aborted) throw new Error(`ended without saying ${String(pattern)}:\n${said}`);
        await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), ended]);
      }
    },
  };
}
