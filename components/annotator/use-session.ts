"use client";

import { useEffect, useState } from "react";
import type { Rules } from "@/lib/core/annotation/decide";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import type { Segments } from "@/lib/core/text/segments";
import type { SetSnapshot } from "@/lib/contracts/set";
import { callApi } from "@/lib/client/api/call-api";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import { browserEnvironment } from "@/lib/client/session/browser-environment";
import { Editor } from "@/lib/client/session/editor";
import type { LiveFollower, LiveListener } from "@/lib/client/session/live-follower";
import { openFollower, openSession } from "@/lib/client/session/open-session";
import { Surroundings } from "@/lib/client/session/surroundings";
import { sendUnsentWork } from "@/lib/client/session/unsent-work";

export interface SessionRequest {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly userId: UserId;
  /** The caller's set, if they have begun. */
  readonly snapshot: SetSnapshot | null;
  /** Which kind of set to open where there is none; null: none may be opened. */
  readonly kind: "annotator" | "shared" | null;
  /** The version of Triptych that the page came with. */
  readonly build: string | null;
  readonly rules: Rules;
  readonly segments: Segments;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

export interface OpenedSession {
  readonly session: AnnotationSession | null;
  readonly editor: Editor | null;
  readonly surroundings: Surroundings | null;
  /** Tries at once to send and to follow: the person has signed in again. */
  readonly resume: () => void;
  /** Why there is none. */
  readonly problem: string | null;
}

const NOT_YET: OpenedSession = {
  session: null,
  editor: null,
  surroundings: null,
  resume: () => undefined,
  problem: null,
};

/** Opens the set and the work on it for as long as the screen stands. */
export function useSession(request: SessionRequest): OpenedSession {
  const { projectId, documentId, userId, snapshot, kind, build, rules, segments, say, complain } = request;
  const [opened, setOpened] = useState<OpenedSession>(NOT_YET);

  // The session: storage, connection, other pages of this browser.
  useEffect(() => {
    let isWanted = true;
    let close: () => void = () => undefined;
    const open = async () => {
      const found = snapshot ?? (kind === null ? null : await openSet(projectId, documentId, kind));
      if (!isWanted || found === null) return;
      if (typeof found === "string") {
        setOpened({ ...NOT_YET, problem: found });
        return;
      }
      const session = await openSession({ projectId, userId, snapshot: found, rules });
      if (!isWanted as boolean) {
        session.close();
        return;
      }
      const editor = new Editor({ session, rules, segments, newId: browserEnvironment.newId, say, complain });
      const surroundings = new Surroundings({ set: found.id, userId, build });
      const follower = openFollower({
        projectId,
        documentId,
        userId,
        snapshot: found,
        listener: listenFor(session, surroundings),
      });
      const stopFollowing = followBrowser(session, follower);
      const stopSending = sendUnsentWork(userId, ({ setId }) => setId === found.id);
      close = () => {
        stopFollowing();
        stopSending();
        follower.close();
        editor.close();
        session.close();
      };
      setOpened({
        session,
        editor,
        surroundings,
        resume: () => {
          session.retry();
          follower.retry();
        },
        problem: null,
      });
      await session.refresh();
      follower.start();
    };
    void open();
    return () => {
      isWanted = false;
      close();
      setOpened(NOT_YET);
    };
  }, [projectId, documentId, userId, snapshot, kind, build, rules, segments, say, complain]);

  return opened;
}

/** The caller's set, made if need be; a sentence where that cannot be. */
async function openSet(
  projectId: ProjectId,
  documentId: DocumentId,
  kind: "annotator" | "shared",
): Promise<SetSnapshot | string> {
  const opened = await callApi<{ readonly id: string }>({
    method: "POST",
    path: `/projects/${projectId}/documents/${documentId}/sets`,
    body: { kind },
  });
  if (!opened.ok) return opened.problem.message;
  const read = await callApi<SetSnapshot>({
    method: "GET",
    path: `/projects/${projectId}/sets/${opened.value.id}`,
  });
  return read.ok ? read.value : read.problem.message;
}

/** The stream tells of all sets that one may see; this screen shows one. */
function listenFor(session: AnnotationSession, surroundings: Surroundings): LiveListener {
  return {
    frame: (frame) => void session.takeFrame(frame),
    snapshot: (snapshot) => void session.takeSnapshot(snapshot),
    poll: () => void session.refresh(),
    hidden: (set) => {
      if (set === session.state.set.id) void session.refresh();
    },
    present: (people) => surroundings.present(people),
    server: (build) => surroundings.server(build),
    // What is closed, or open again, the log tells exactly.
    state: (state) => {
      surroundings.connected(state);
      if (state === "ended" || (state === "live" && session.state.save.closed !== null))
        void session.refresh();
    },
  };
}

/** Looks again when the page is shown again or the connection is back; asks before work is lost that is nowhere else. */
function followBrowser(session: AnnotationSession, follower: LiveFollower): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const lookAgain = () => {
    if (document.visibilityState === "visible") {
      follower.show();
      void session.refresh();
    } else follower.hide();
  };
  document.addEventListener("visibilitychange", lookAgain, { signal });
  if (document.visibilityState !== "visible") follower.hide();
  window.addEventListener("pageshow", (event) => event.persisted && lookAgain(), { signal });
  const resume = () => {
    if (session.state.save.kind === "signed-out" || session.state.save.kind === "closed") session.retry();
    if (follower.state === "signed-out" || follower.state === "ended") follower.retry();
  };
  // Somebody may have signed in again on another page.
  window.addEventListener("focus", resume, { signal });
  const retry = () => {
    session.retry();
    follower.retry();
  };
  window.addEventListener("online", retry, { signal });
  window.addEventListener(
    "beforeunload",
    (event) => {
      const { waiting, isOnDevice } = session.state.save;
      if (waiting > 0 && !isOnDevice) event.preventDefault();
    },
    { signal },
  );
  return () => listening.abort();
}
