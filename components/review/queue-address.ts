import { QUEUE_STATES, type QueueState } from "@/lib/contracts/review";

/** What of the review queue is in its address. */
export interface QueuePlace {
  readonly state: QueueState | undefined;
  readonly cursor: string | undefined;
}

export function queueHref(projectId: string, { state, cursor }: Partial<QueuePlace>): string {
  const query = new URLSearchParams();
  if (state !== undefined) query.set("state", state);
  if (cursor !== undefined) query.set("cursor", cursor);
  const search = query.toString();
  return `/projects/${projectId}/review${search === "" ? "" : `?${search}`}`;
}

/** What an address asks for; what makes no sense in it is left out. */
export function parseQueuePlace(query: Readonly<Record<string, unknown>>): QueuePlace {
  const cursor = query["cursor"];
  return {
    state: QUEUE_STATES.find((state) => state === query["state"]),
    cursor: typeof cursor === "string" && cursor !== "" ? cursor : undefined,
  };
}
