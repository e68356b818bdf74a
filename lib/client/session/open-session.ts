import type { Rules } from "@/lib/core/annotation/decide";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { SetSnapshot } from "@/lib/contracts/set";
import { setApi } from "../api/set-api";
import { AnnotationSession } from "./annotation-session";
import { browserEnvironment } from "./browser-environment";
import { idbShelf, openShelves } from "./idb-shelf";
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
