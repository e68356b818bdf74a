"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import { SetHistory, type HistoryState } from "@/lib/client/session/set-history";

export interface OpenedHistory {
  readonly history: SetHistory | null;
  readonly lookingBack: HistoryState;
}

const CLOSED: HistoryState = { kind: "closed" };

/** The history of the set that is open, and what of it is looked at. */
export function useHistory(session: AnnotationSession | null): OpenedHistory {
  const history = useMemo(
    () =>
      session === null ? null : new SetHistory({ of: session.state.set, readLog: () => session.wholeLog() }),
    [session],
  );
  const lookingBack = useSyncExternalStore(
    (notify) => history?.subscribe(notify) ?? nothingToStop,
    () => history?.state ?? CLOSED,
    () => CLOSED,
  );

  // Another set: nobody looks at this one's past any more.
  useEffect(() => () => history?.close(), [history]);

  return { history, lookingBack };
}

const nothingToStop = () => undefined;
