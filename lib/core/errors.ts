/**
 * Every way in which a request can fail, in words of the domain. `lib/server/problem.ts` gives each its HTTP
 * status and its sentence; nothing in here knows of HTTP.
 */
export const ERROR_CODES = [
  "malformed_json",
  "malformed_cursor",
  "invalid",
  "unauthenticated",
  "forbidden",
  "bad_origin",
  "not_found",
  "conflict",
  "already_exists",
  "not_empty",
  "gone",
  "cursor_too_old",
  "stale_version",
  "version_required",
  "too_large",
  "text_too_large",
  "too_many_operations",
  "truncated",
  "empty_file",
  "binary_file",
  "other_format",
  "unsupported_type",
  "unsupported_method",
  "operation_id_reused",
  "foreign_reference",
  "wrong_password",
  "rate_limited",
  "busy",
  "timeout",
  "locked",
  "overloaded",
  "db_unavailable",
  "storage_full",
  "out_of_memory",
  "corrupt",
  "unexpected",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault inside a request: where it is (`operations[3].body.start`), what it is, and how to mend it. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface ErrorDetails {
  /** One sentence for the person: what happened and what to do. Replaces the code's general sentence. */
  readonly detail?: string;
  readonly faults?: readonly Fault[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A failure that the caller is told of. Thrown by use cases; broken invariants throw `RangeError` instead. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly faults: readonly Fault[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.detail = details.detail;
    this.faults = details.faults ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
