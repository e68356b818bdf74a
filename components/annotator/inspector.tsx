"use client";

import type { CommandId } from "@/lib/core/keyboard/commands";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { AnnotationInspector } from "./annotation-inspector";
import { LinkInspector } from "./link-inspector";
import { PlaceInspector } from "./place-inspector";
import { useEditorState, useSessionState, useWorkbench } from "./workbench";

/** What is known of whatever the person points at, and what can be done with it. */
export function Inspector({ onRun }: { readonly onRun: (id: CommandId) => void }) {
  const { editor, session } = useWorkbench();
  const { set } = useSessionState();
  const { selected, place, linking } = useEditorState();
  if (editor === null || session === null) return null;
  const annotation: Annotation | undefined = selected === null ? undefined : set.annotations.get(selected);
  if (linking !== null) return <LinkInspector linking={linking} editor={editor} />;
  if (place !== null) return <PlaceInspector span={place.span} editor={editor} />;
  if (annotation?.live === true) {
    return <AnnotationInspector key={annotation.id} annotation={annotation} editor={editor} onRun={onRun} />;
  }
  return <NothingSelected isEmpty={set.annotations.size === 0} canEdit={editor.canEdit} />;
}

function NothingSelected({ isEmpty, canEdit }: { readonly isEmpty: boolean; readonly canEdit: boolean }) {
  return (
    <p className="rounded-lg border border-dashed border-line px-4 py-5 text-soft max-lg:hidden">
      {!canEdit
        ? "Select an annotation to see what is known of it."
        : isEmpty
          ? "Select words in the text with the mouse, or with the arrow keys, then press the key of a label."
          : "Select words to mark them, or an annotation to see it."}
    </p>
  );
}
