import { v7 } from "uuid";
import { withFixedHeaders } from "@/lib/server/response-headers";

/** The process is alive. Asks nobody, so a database that is down does not get the process restarted. */
export function GET(): Response {
  return withFixedHeaders(Response.json({ status: "alive" }), v7());
}

export const dynamic = "force-dynamic";
