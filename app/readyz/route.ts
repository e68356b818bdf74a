import { v7 } from "uuid";
import { readiness } from "@/lib/server/readiness";
import { withFixedHeaders } from "@/lib/server/response-headers";

/** Whether to send people here: 200, or 503 with the parts that are not in order. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const isReady = state.status !== "not_ready";
  const answer = Response.json(state, { status: isReady ? 200 : 503, ...(isReady ? {} : { headers: { "retry-after": "2" } }) });
  return withFixedHeaders(answer, v7());
}

export const dynamic = "force-dynamic";
