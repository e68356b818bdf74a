import { pino, type Logger } from "pino";
import { env } from "./env";

/** One line for each request. Never a text, a token, a mail address or a query string. */
export interface RequestLine {
  readonly requestId: string;
  readonly userId: string | null;
  readonly method: string;
  /** The path without its query. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** What an auditor looks for. `subject` is an id, never an address. */
export interface SecurityLine {
  readonly event:
    | "sign_in"
    | "sign_in_failed"
    | "sign_in_throttled"
    | "sign_out"
    | "password_changed"
    | "token_created"
    | "token_revoked";
  readonly requestId?: string;
  readonly userId: string | null;
}

/** JSON lines on standard output: a line break inside a value is escaped, so no value can forge a line. */
export function log(): Logger {
  return (logger ??= pino({ level: env().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
}
let logger: Logger | undefined;

export function logRequest(line: RequestLine): void {
  log().info(line, "request");
}

export function logSecurity(line: SecurityLine): void {
  log().info(line, "security");
}

/** A failure that nobody foresaw, with all that its finder needs and none of the data that it was about. */
export function logFailure(requestId: string, error: unknown): void {
  log().error({ requestId, error: describe(error) }, "failure");
}

/** Something failed that will be tried again by itself. */
export function logTrouble(what: string, error: unknown): void {
  log().warn({ what, error: describe(error) }, "trouble");
}

/** A file whose making failed after its first bytes were sent: the connection was broken off. */
export function logBrokenFile(file: string, error: unknown): void {
  log().error({ file, error: describe(error) }, "broken file");
}

interface Described {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
  readonly frames: readonly string[];
  readonly cause?: Described;
}

const MAX_MESSAGE = 300;
/** What the database quotes of a value it could not read; names of tables and constraints are shorter. */
const LONG_QUOTE = /"[^"]{64,}"?/g;

function describe(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { name: typeof error, message: "not an Error", frames: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: messageOf(error),
    frames: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined || depth > 4 ? {} : { cause: describe(error.cause, depth + 1) }),
  };
}

/** Prisma prints the arguments of the call before its last line, and those may be somebody's article. */
function messageOf({ name, message }: Error): string {
  const lines = message.trim().split("\n");
  const line = (name.startsWith("Prisma") ? lines.at(-1) : lines[0]) ?? "";
  return line.replaceAll(LONG_QUOTE, '"…"').slice(0, MAX_MESSAGE);
}
