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
import { ALONE, type Surroundings, type SurroundingsState } from "@/lib/client/session/surroundings";

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
  readonly surroundings: Surroundings | null;
  /** The set as it was, while one looks back: then nothing can be changed, and there is no `editor`. */
  readonly past: AnnotationSet | null;
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

/** What is shown in the article. */
export function useAnnotationSet(): AnnotationSet {
  const { past } = useWorkbench();
  const { set } = useSessionState();
  return past ?? set;
}

export function useEditorState(): EditorState {
  const { editor } = useWorkbench();
  return useSyncExternalStore(
    (notify) => editor?.subscribe(notify) ?? nothingToStop,
    () => editor?.state ?? NOTHING_POINTED_AT,
    () => NOTHING_POINTED_AT,
  );
}

export function useSurroundings(): SurroundingsState {
  const { surroundings } = useWorkbench();
  return useSyncExternalStore(
    (notify) => surroundings?.subscribe(notify) ?? nothingToStop,
    () => surroundings?.state ?? ALONE,
    () => ALONE,
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
  overtaken: [],
  save: { kind: "saved", closed: null, waiting: 0, refused: 0, isOnDevice: true, hasStorage: true },
  canUndo: false,
  canRedo: false,
  names: new Map(),
};
