import type { Place } from "@/lib/core/live/presence";
import { ACTING_USER } from "@/lib/contracts/acting-user";
import type { BePresent } from "@/lib/contracts/live";
import type { DocumentAddress } from "./live-api";

/** Says where one is; null: not here any more. Whether it arrives nobody asks: the next word replaces it. */
export type SayWhere = (place: Place | null) => void;

export function presenceApi({ userId, projectId, documentId }: DocumentAddress, clientId: string): SayWhere {
  return (place) => {
    const body: BePresent = { clientId, place };
    void fetch(`/api/v1/projects/${projectId}/documents/${documentId}/presence`, {
      method: "POST",
      headers: { "content-type": "application/json", [ACTING_USER]: userId },
      body: JSON.stringify(body),
      redirect: "error",
      // The last word is said while the page goes.
      keepalive: true,
    }).catch(() => undefined);
  };
}
