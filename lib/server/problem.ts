import { ERROR_MESSAGES } from "@/lib/contracts/messages";
import { PROBLEM_TYPE, type Problem } from "@/lib/contracts/problem";
import { AppError, type ErrorCode, type Fault } from "@/lib/core/errors";
import { classifyError, translateError } from "@/lib/db/classify-error";

interface Transport {
  readonly status: number;
  readonly title: string;
  /** Whether somebody should look into it. */
  readonly report: boolean;
}

const told = (status: number, title: string): Transport => ({ status, title, report: false });
const reported = (status: number, title: string): Transport => ({ status, title, report: true });

/** What each failure is on HTTP: the only such table. */
export const PROBLEMS: Readonly<Record<ErrorCode, Transport>> = {
  malformed_json: told(400, "Malformed request"),
  malformed_cursor: told(400, "Malformed cursor"),
  truncated: told(400, "Incomplete upload"),
  unauthenticated: told(401, "Not signed in"),
  forbidden: told(403, "Not allowed"),
  bad_origin: told(403, "Refused origin"),
  not_found: told(404, "Not found"),
  unsupported_method: told(405, "Unsupported method"),
  conflict: told(409, "Conflict"),
  already_exists: told(409, "Already exists"),
  not_empty: told(409, "Not empty"),
  gone: told(410, "Gone"),
  cursor_too_old: told(410, "Cursor too old"),
  stale_version: told(412, "Changed meanwhile"),
  too_large: told(413, "Too large"),
  text_too_large: told(413, "Text too large"),
  too_many_operations: told(413, "Too many operations"),
  unsupported_type: told(415, "Unsupported type"),
  empty_file: told(422, "Empty file"),
  binary_file: told(422, "Not text"),
  other_format: told(422, "Another format"),
  invalid: told(422, "Not valid"),
  operation_id_reused: told(422, "Operation id reused"),
  foreign_reference: told(422, "Unknown reference"),
  wrong_password: told(422, "Wrong password"),
  version_required: told(428, "Version required"),
  rate_limited: told(429, "Too many attempts"),
  corrupt: reported(500, "Corrupt"),
  unexpected: reported(500, "Unexpected failure"),
  busy: reported(503, "Busy"),
  timeout: reported(503, "Timed out"),
  locked: reported(503, "Locked"),
  overloaded: reported(503, "Overloaded"),
  db_unavailable: reported(503, "Database unavailable"),
  storage_full: reported(503, "Storage full"),
  out_of_memory: reported(503, "Out of memory"),
};

/** Faults that say more than "invalid" on their own: where a request has no other kind, the problem takes its code. */
const TELLING_FAULTS: ReadonlySet<string> = new Set([
  "empty_text",
  "unrecognized_keys",
  "repeated_parameter",
  "forbidden_key",
  "too_deep",
  "invalid_number",
  "invalid_email",
  "nul_char",
  "ill_formed_unicode",
]);
const MAX_FAULTS = 100;

/** The failure as one of ours: what nobody foresaw is `unexpected`, and keeps its cause for the log. */
export function asAppError(error: unknown): AppError {
  const known = translateError(error);
  return known instanceof AppError ? known : new AppError("unexpected", { cause: error });
}

/** Whether somebody should look into it: our own failures, and what our checks should have caught before the database. */
export function isReported(error: AppError): boolean {
  const known = classifyError(error.cause);
  return PROBLEMS[error.code].report || (known?.retry === null && known.bug);
}

function problemOf(error: AppError, requestId: string): Problem {
  const { status, title } = PROBLEMS[error.code];
  const code = codeOf(error);
  return {
    type: `urn:triptych:problem:${code}`,
    title,
    status,
    code,
    detail: error.detail ?? ERROR_MESSAGES[error.code],
    requestId,
    errors: error.faults.slice(0, MAX_FAULTS),
  };
}

export function problemResponse(error: AppError, requestId: string): Response {
  const problem = problemOf(error, requestId);
  const headers = new Headers({ "content-type": PROBLEM_TYPE });
  const retryAfter =
    error.retryAfterSeconds ?? (problem.status === 429 || problem.status === 503 ? 2 : undefined);
  if (retryAfter !== undefined) headers.set("retry-after", String(Math.ceil(retryAfter)));
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="triptych"');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function codeOf({ code, faults }: AppError): string {
  const only = oneCode(faults);
  return code === "invalid" && only !== null && TELLING_FAULTS.has(only) ? only : code;
}

function oneCode(faults: readonly Fault[]): string | null {
  const first = faults[0]?.code ?? null;
  return faults.every(({ code }) => code === first) ? first : null;
}
