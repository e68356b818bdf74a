"use client";

import { useEffect } from "react";
import { hasCompany } from "@/lib/core/live/company";
import type { Place } from "@/lib/core/live/presence";
import { presenceApi } from "@/lib/client/api/presence-api";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import { browserEnvironment } from "@/lib/client/session/browser-environment";
import type { Editor } from "@/lib/client/session/editor";
import { PresenceSender } from "@/lib/client/session/presence-sender";
import type { Workbench } from "./workbench";

export interface PresenceRequest extends Pick<
  Workbench,
  "projectId" | "documentId" | "userId" | "session" | "editor"
> {
  readonly surface: ArticleSurface | null;
  readonly scroller: HTMLElement | null;
  /** Whether the person wants to be seen. */
  readonly isShared: boolean;
}

/** Shows the others where this person reads and what they have selected, for as long as the page is looked at. */
export function usePresence({
  projectId,
  documentId,
  userId,
  session,
  editor,
  surface,
  scroller,
  isShared,
}: PresenceRequest): void {
  // The others, by way of the server.
  useEffect(() => {
    if (!isShared || session === null || editor === null || surface === null || scroller === null) return;
    if (!hasCompany(session.state.set.kind)) return;
    const clientId = browserEnvironment.newId();
    const sender = new PresenceSender({
      say: presenceApi({ projectId, documentId, userId }, clientId),
      where: () => placeOf(session, editor, surface),
      environment: browserEnvironment,
    });
    const look = () => {
      if (document.visibilityState === "visible") sender.moved();
      else sender.leave();
    };
    const listening = new AbortController();
    const { signal } = listening;
    scroller.addEventListener("scroll", look, { passive: true, signal });
    document.addEventListener("visibilitychange", look, { signal });
    window.addEventListener("pagehide", () => sender.leave(), { signal });
    const stopListening = editor.subscribe(look);
    look();
    return () => {
      listening.abort();
      stopListening();
      sender.close();
    };
  }, [projectId, documentId, userId, session, editor, surface, scroller, isShared]);
}

function placeOf(session: AnnotationSession, editor: Editor, surface: ArticleSurface): Place {
  const { set } = session.state;
  const { place, selected } = editor.state;
  const span = place?.span ?? (selected === null ? undefined : set.annotations.get(selected));
  return {
    set: set.id,
    at: surface.readingPosition(),
    selected: span === undefined ? null : { start: span.start, end: span.end },
  };
}
