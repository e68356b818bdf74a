"use client";

import { useEffect, useId, useRef, useState } from "react";
import { FIELD_BOX } from "@/components/ui/field";
import { InspectorRow } from "./inspector-row";

export interface NoteEditorProps {
  readonly note: string | null;
  readonly isReadOnly: boolean;
  readonly onChange: (note: string | null) => void;
}

const PAUSE_MS = 1_000;

/** A remark on the annotation. It is kept when the field is left, at a pause, and when the page goes. */
export function NoteEditor({ note, isReadOnly, onChange }: NoteEditorProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const keep = useRef<() => void>(() => undefined);

  // What the handlers below would keep, as of the last render.
  useEffect(() => {
    keep.current = () => {
      const text = draft?.trim() ?? "";
      if (draft !== null && (text === "" ? null : text) !== note) onChange(text === "" ? null : text);
    };
  });

  // The clock: a pause in typing.
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  // The page: what was typed last must not go with it.
  useEffect(() => {
    const leave = () => keep.current();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  if (isReadOnly && note === null) return null;
  return (
    <InspectorRow name="Note" nameId={id}>
      <textarea
        data-note
        aria-labelledby={id}
        rows={Math.min(6, Math.max(2, Math.ceil((draft ?? note ?? "").length / 34)))}
        value={draft ?? note ?? ""}
        readOnly={isReadOnly}
        maxLength={20_000}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          keep.current();
          setDraft(null);
        }}
        className={`${FIELD_BOX} resize-y px-2 py-1 text-base`}
      />
    </InspectorRow>
  );
}
