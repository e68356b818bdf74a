"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { emptySet, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import type { DocumentText } from "@/lib/core/text/document-text";
import type { Segments } from "@/lib/core/text/segments";
import type { KeyedLabel } from "@/lib/client/commands/label-keys";
import type { AnnotationSession, SessionState } from "@/lib/client/session/annotation-session";
import type { Editor } from "@/lib/client/session/editor";
import { NOTHING_POINTED_AT, type EditorState } from "@/lib/client/session/editor-state";
import { CLOSED, type Finder, type FinderState } from "@/lib/client/session/finder";

/** What every part of the annotate screen stands on. `session` and `editor` come a moment after the text. */
export interface Workbench {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly userId: UserId;
  readonly schema: Schema;
  readonly labels: readonly KeyedLabel[];
  readonly text: DocumentText;
  readonly segments: Segments;
  readonly session: AnnotationSession | null;
  readonly editor: Editor | null;
  readonly finder: Finder;
  /** Gives the article the keyboard. */
  readonly focusText: () => void;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

/** @throws RangeError outside of the annotate screen. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new RangeError("not on a workbench");
  return workbench;
}

export function useSessionState(): SessionState {
  const { session } = useWorkbench();
  return useSyncExternalStore(
    (notify) => session?.subscribe(notify) ?? nothingToStop,
    () => session?.state ?? BEFORE,
    () => BEFORE,
  );
}

export function useAnnotationSet(): AnnotationSet {
  return useSessionState().set;
}

export function useEditorState(): EditorState {
  const { editor } = useWorkbench();
  return useSyncExternalStore(
    (notify) => editor?.subscribe(notify) ?? nothingToStop,
    () => editor?.state ?? NOTHING_POINTED_AT,
    () => NOTHING_POINTED_AT,
  );
}

export function useFinderState(): FinderState {
  const { finder } = useWorkbench();
  return useSyncExternalStore(
    (notify) => finder.subscribe(notify),
    () => finder.state,
    () => CLOSED,
  );
}

const nothingToStop = () => undefined;

/** What is shown until the set has been opened. */
const BEFORE: SessionState = {
  set: emptySet({ id: "" as SetId, documentId: "" as DocumentId, kind: "annotator" }),
  pending: [],
  refused: [],
  save: { kind: "saved", waiting: 0, refused: 0, isOnDevice: true, hasStorage: true },
  canUndo: false,
  canRedo: false,
  names: new Map(),
};
