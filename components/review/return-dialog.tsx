"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { DialogForm } from "@/components/ui/dialog-form";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/show-toast";
import { TextArea } from "@/components/ui/text-area";
import { returnSet } from "@/lib/client/review/return-set";
import type { ProjectId, SetId } from "@/lib/core/ids";
import { useReviewBench } from "./review-context";

export interface ReturnDialogProps {
  readonly projectId: ProjectId;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onReturned: () => void;
}

/** Gives a set back to its annotator, with what there is to say about it. */
export function ReturnDialog({ projectId, isOpen, onOpenChange, onReturned }: ReturnDialogProps) {
  return (
    <Dialog title="Send a set back" width="narrow" isOpen={isOpen} onOpenChange={onOpenChange}>
      {({ close }) => (
        <ReturnForm
          projectId={projectId}
          close={close}
          onReturned={() => {
            close();
            onReturned();
          }}
        />
      )}
    </Dialog>
  );
}

interface ReturnFormProps {
  readonly projectId: ProjectId;
  readonly close: () => void;
  readonly onReturned: () => void;
}

function ReturnForm({ projectId, close, onReturned }: ReturnFormProps) {
  const { columns, review } = useReviewBench();
  const submitted = columns.filter(({ set }) => set.state === "submitted");
  const [setId, setSetId] = useState<SetId | null>(submitted[0]?.id ?? null);
  const [comment, setComment] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const name = columns.find(({ id }) => id === setId)?.name ?? "";
  const send = async () => {
    if (setId === null) return;
    if (review.state.waiting > 0) {
      setProblem("The last decisions are still being saved. Try again in a moment.");
      return;
    }
    setIsSending(true);
    const refusal = await returnSet({ projectId, setId, comment: comment.trim() });
    setIsSending(false);
    if (refusal !== null) {
      setProblem(refusal);
      return;
    }
    showToast({ title: `Sent back to ${name}`, tone: "ok" });
    onReturned();
  };
  if (submitted.length === 0) {
    return <p className="text-soft">All sets here have been accepted. Reopen the document first.</p>;
  }
  return (
    <DialogForm
      onSubmit={send}
      onCancel={close}
      submitLabel="Send back"
      isSending={isSending}
      isDisabled={comment.trim() === ""}
      problem={problem}
    >
      <Select
        label="Whose"
        options={submitted.map(({ id, letter, name: label }) => ({ value: id, label: `${letter} ${label}` }))}
        value={setId}
        onChange={setSetId}
      />
      <TextArea
        label="What should change"
        value={comment}
        onChange={setComment}
        isRequired
        autoFocus
        description="The annotator reads it beside the text."
      />
    </DialogForm>
  );
}
