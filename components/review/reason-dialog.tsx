"use client";

import { useState } from "react";
import { PickList } from "@/components/annotator/pick-list";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useReviewBench } from "./review-context";

export interface ReasonDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onReason: (key: string, comment: string | null) => void;
}

/** Why: one of the project's reasons, taken by name or with the arrows, and a word to the annotator if one likes. */
export function ReasonDialog({ title, isOpen, onOpenChange, onReason }: ReasonDialogProps) {
  return (
    <Dialog title={title} width="narrow" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Reasons
        onReason={(key, comment) => {
          onOpenChange(false);
          onReason(key, comment);
        }}
      />
    </Dialog>
  );
}

function Reasons({ onReason }: Pick<ReasonDialogProps, "onReason">) {
  const { reasons } = useReviewBench();
  const [comment, setComment] = useState("");
  return (
    <div className="flex flex-col gap-3">
      <PickList
        label="Reason"
        groups={[
          { title: null, picks: reasons.map(({ key, name }) => ({ id: key, title: name, keys: null })) },
        ]}
        onPick={(key) => onReason(key, comment.trim() === "" ? null : comment.trim())}
      />
      <TextField label="Comment for the annotator (optional)" value={comment} onChange={setComment} />
    </div>
  );
}
