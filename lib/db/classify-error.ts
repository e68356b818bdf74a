import { AppError, type ErrorCode } from "@/lib/core/errors";

/** What can be done about a database error: run the transaction again, or say what it is. */
export type ErrorClass =
  | { readonly retry: "conflict" | "connection"; readonly code: ErrorCode }
  | { readonly retry: null; readonly code: ErrorCode; readonly bug: boolean };

/**
 * Knows a database error in all the shapes in which driver, adapter and Prisma hand it on (robustness: one class per
 * cause, whatever the wrapping). Null: not one of the database's.
 */
export function classifyError(error: unknown): ErrorClass | null {
  for (const code of codesOf(error)) {
    const known = BY_CODE.find(({ codes }) => codes.test(code));
    if (known !== undefined) return known.is;
  }
  const message = messagesOf(error).join("\n");
  return BY_MESSAGE.find(({ pattern }) => pattern.test(message))?.is ?? null;
}

/** The error to throw onwards: an `AppError` for what is known, the error itself for what is not. */
export function translateError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const known = classifyError(error);
  if (known === null) return error;
  return new AppError(known.code, {
    cause: error,
    ...(RETRY_AFTER.has(known.code) ? { retryAfterSeconds: 2 } : {}),
  });
}

const RETRY_AFTER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "busy",
  "db_unavailable",
  "overloaded",
  "storage_full",
  "out_of_memory",
  "timeout",
  "locked",
]);

const CONFLICT: ErrorClass = { retry: "conflict", code: "busy" };
const CONNECTION: ErrorClass = { retry: "connection", code: "db_unavailable" };
const told = (code: ErrorCode): ErrorClass => ({ retry: null, code, bug: false });
const hole = (code: ErrorCode): ErrorClass => ({ retry: null, code, bug: true });

const BY_CODE: readonly { readonly codes: RegExp; readonly is: ErrorClass }[] = [
  { codes: /^(40001|40P01|P2034)$/, is: CONFLICT },
  { codes: /^(57P0[123]|08...|P1001|P1017|ECONNREFUSED|ECONNRESET|EPIPE)$/, is: CONNECTION },
  { codes: /^(53300|P2024|P2028)$/, is: told("overloaded") },
  { codes: /^53100$/, is: told("storage_full") },
  { codes: /^53200$/, is: told("out_of_memory") },
  { codes: /^57014$/, is: told("timeout") },
  { codes: /^55P03$/, is: told("locked") },
  { codes: /^(23505|P2002)$/, is: told("already_exists") },
  { codes: /^(23503|P2003)$/, is: told("foreign_reference") },
  { codes: /^23514$/, is: told("invalid") },
  { codes: /^P2025$/, is: told("not_found") },
  { codes: /^(22021|22P05|22P02|22003|P2007|P2020|P2023|54001)$/, is: hole("invalid") },
  { codes: /^(P1000|28P01|42...)$/, is: hole("unexpected") },
];

const BY_MESSAGE: readonly { readonly pattern: RegExp; readonly is: ErrorClass }[] = [
  { pattern: /TransactionWriteConflict/, is: CONFLICT },
  { pattern: /timeout exceeded when trying to connect/, is: told("overloaded") },
  { pattern: /not queryable|Connection terminated|encountered a connection error/, is: CONNECTION },
];

/** SQLSTATEs before Prisma's own codes: P2010 and P2039 only say that a query failed. */
function codesOf(error: unknown): readonly string[] {
  return chain(error)
    .flatMap((one) => [one["originalCode"], one["code"]])
    .filter((code): code is string => typeof code === "string")
    .sort((a, b) => Number(a.startsWith("P")) - Number(b.startsWith("P")));
}

function messagesOf(error: unknown): readonly string[] {
  return chain(error)
    .flatMap((one) => [one["message"], one["kind"], one["name"]])
    .filter((message): message is string => typeof message === "string");
}

function chain(error: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const fields = error as Readonly<Record<string, unknown>>;
  const own = { ...fields, message: fields["message"], name: fields["name"] };
  const meta = fields["meta"] as Readonly<Record<string, unknown>> | undefined;
  return [own, ...chain(fields["cause"], depth + 1), ...chain(meta?.["driverAdapterError"], depth + 1)];
}
