import { v7 } from "uuid";
import { AppError } from "@/lib/core/errors";
import { serverEnv } from "./env";
import { parseJson } from "./json-guard";
import { requireOwnOrigin } from "./origin";
import { asAppError, problemResponse } from "./problem";
import { readBytes, requireType } from "./read-body";
import { withFixedHeaders } from "./response-headers";

/** What Next lets a server action take. */
const MAX_ACTION_BYTES = 1024 * 1024;

/** What React's encoding of arguments writes for values that JSON does not have, and for a text that begins with `$`. */
const HARMLESS = /^\$(\$|(undefined|NaN|-?Infinity|-0)$)/;

/**
 * The answer to a server action that Next would refuse with a 500: one from another site, one that is too large, one
 * whose arguments are no plain values. Null for everything else. Who may do what is decided in `action()`, without
 * this.
 */
export async function refuseAction(request: Request, own = serverEnv().url): Promise<Response | null> {
  if (!request.headers.has("next-action")) return null;
  try {
    requireOwnOrigin(request, own);
    requireType(request, ["text/plain"]);
    requirePlainValues(parseJson(await readBytes(request, MAX_ACTION_BYTES)));
    return null;
  } catch (error) {
    const requestId = v7();
    return withFixedHeaders(problemResponse(asAppError(error), requestId), requestId);
  }
}

/**
 * Our forms send texts, numbers and lists. What else the encoding offers (references to other parts, to functions of
 * the server, to streams) is what its decoder has been attacked with, so it does not get there.
 */
function requirePlainValues(args: unknown): void {
  if (!Array.isArray(args)) throw new AppError("malformed_json");
  refuseReferences(args);
}

function refuseReferences(value: unknown): void {
  if (typeof value === "string" && value.startsWith("$") && !HARMLESS.test(value))
    throw new AppError("malformed_json");
  if (typeof value === "object" && value !== null) Object.values(value).forEach(refuseReferences);
}
