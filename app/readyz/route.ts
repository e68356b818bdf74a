import { v7 } from "uuid";
import { notReadyResponse, readiness } from "@/lib/server/readiness";
import { withFixedHeaders } from "@/lib/server/response-headers";

/** Whether to send people here: 200, or 503 with the parts that are not in order. */
export async function GET(): Promise<Response> {
  const requestId = v7();
  const { failing, degraded } = await readiness();
  if (failing.length > 0) return withFixedHeaders(notReadyResponse(failing, requestId), requestId);
  return withFixedHeaders(
    Response.json({ status: degraded.length > 0 ? "degraded" : "ready", degraded }),
    requestId,
  );
}

export const dynamic = "force-dynamic";
