import type { Rules } from "@/lib/core/annotation/decide";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import type { SetSnapshot } from "@/lib/contracts/set";
import { formatCursor } from "@/lib/core/live/cursor";
import { liveApi } from "../api/live-api";
import { setApi } from "../api/set-api";
import { AnnotationSession } from "./annotation-session";
import { browserEnvironment } from "./browser-environment";
import { idbShelf, openShelves } from "./idb-shelf";
import { LiveFollower, type LiveListener } from "./live-follower";
import { memoryShelf } from "./shelf";

export interface OpenSessionInput {
  readonly projectId: ProjectId;
  readonly userId: UserId;
  readonly snapshot: SetSnapshot;
  readonly rules: Rules;
}

/** A session on this browser's storage; in memory only where the browser lends none. */
export async function openSession({
  projectId,
  userId,
  snapshot,
  rules,
}: OpenSessionInput): Promise<AnnotationSession> {
  const database = await openShelves().catch(() => null);
  const key = { userId, projectId, setId: snapshot.id };
  return new AnnotationSession({
    snapshot,
    userId,
    rules,
    api: setApi(key, browserEnvironment.newId()),
    shelf: database === null ? memoryShelf() : idbShelf(database, key),
    hasStorage: database !== null,
    environment: browserEnvironment,
  });
}

export interface FollowInput {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly userId: UserId;
  /** The set that the page came with. */
  readonly snapshot: Pick<SetSnapshot, "id" | "epoch" | "seq">;
  readonly listener: LiveListener;
}

/** What happens in the document from where the page stands; it begins with `start`. */
export function openFollower({ snapshot, listener, ...address }: FollowInput): LiveFollower {
  const { epoch, id, seq } = snapshot;
  return new LiveFollower({
    api: liveApi(address),
    environment: browserEnvironment,
    listener,
    cursor: formatCursor({ epoch, seqs: new Map([[id, seq]]) }),
  });
}
