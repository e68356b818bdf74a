"use client";

import { useDeferredValue, useState } from "react";
import { LeaveGuard } from "@/components/ui/leave-guard";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { SaveBar } from "@/components/ui/save-bar";
import { showToast } from "@/components/ui/show-toast";
import { StaleNotice } from "@/components/ui/stale-notice";
import { TextArea } from "@/components/ui/text-area";
import { useVersionedSave, type SaveOutcome } from "@/components/ui/use-versioned-save";

export interface GuidelineVersion {
  readonly version: number;
  readonly markdown: string;
}

export interface GuidelineEditorProps {
  readonly projectId: string;
  readonly guideline: GuidelineVersion;
}

/** Markdown at the left, what becomes of it at the right. Saved as a new version. */
export function GuidelineEditor({ projectId, guideline }: GuidelineEditorProps) {
  const [stored, setStored] = useState(guideline.markdown);
  const [draft, setDraft] = useState(guideline.markdown);
  const preview = useDeferredValue(draft);
  const { state, version, save, saveOver, takeTheirs } = useVersionedSave<GuidelineVersion>(
    `/projects/${projectId}/guideline`,
    guideline.version,
  );

  const take = ({ markdown }: GuidelineVersion) => {
    setStored(markdown);
    setDraft(markdown);
  };
  const submit = async (outcome: Promise<SaveOutcome<GuidelineVersion>>) => {
    const settled = await outcome;
    if (settled.kind !== "saved") return;
    setStored(settled.view.markdown);
    showToast({ tone: "ok", title: `Guideline saved as version ${settled.view.version}` });
  };

  const isDirty = draft !== stored;
  const body = { markdown: draft };
  return (
    <>
      <LeaveGuard isDirty={isDirty} />
      {state.kind === "stale" && (
        <StaleNotice
          what="guideline"
          onSaveOver={() => void submit(saveOver(body))}
          onTakeTheirs={() =>
            void takeTheirs().then((theirs) => (theirs === null ? undefined : take(theirs)))
          }
        />
      )}
      {state.kind === "failed" && (
        <Notice tone="danger" isAnswer title={state.problem.message}>
          {state.problem.faults.map(({ message }) => message).join(" ")}
        </Notice>
      )}
      <div className="mt-3 grid gap-6 lg:grid-cols-2">
        <TextArea label="Markdown" face="mono" rows={28} value={draft} onChange={setDraft} />
        <section aria-label="Preview" className="min-w-0">
          <h2 className="mb-1.5 font-medium">Preview</h2>
          <div className="rounded-md border border-line bg-paper px-5 py-4">
            {preview.trim() === "" ? (
              <p className="text-soft">Nothing written yet.</p>
            ) : (
              <Markdown topHeading={3}>{preview}</Markdown>
            )}
          </div>
        </section>
      </div>
      <SaveBar
        isDirty={isDirty}
        isSaving={state.kind === "saving"}
        status={`Version ${version}`}
        onSave={() => void submit(save(body))}
        onDiscard={() => setDraft(stored)}
      />
    </>
  );
}
