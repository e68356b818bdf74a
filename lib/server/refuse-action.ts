import { v7 } from "uuid";
import { AppError } from "@/lib/core/errors";
import { serverEnv } from "./env";
import { requireOwnOrigin } from "./origin";
import { asAppError, problemResponse } from "./problem";
import { announcedLength } from "./read-body";
import { withFixedHeaders } from "./response-headers";

/** What Next lets a server action take. */
const MAX_ACTION_BYTES = 1024 * 1024;

/**
 * The answer to a server action that Next would refuse with a 500: one from another site, or one that is too large.
 * Null for everything else. Only the words are decided here; `action()` and Next refuse these by themselves.
 */
export function refuseAction(request: Request, own = serverEnv().url): Response | null {
  if (!request.headers.has("next-action")) return null;
  try {
    requireOwnOrigin(request, own);
    if ((announcedLength(request) ?? 0) > MAX_ACTION_BYTES) throw new AppError("too_large");
    return null;
  } catch (error) {
    const requestId = v7();
    return withFixedHeaders(problemResponse(asAppError(error), requestId), requestId);
  }
}
