"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import { useAnnotationSet, useWorkbench } from "./workbench";

export interface SubmitDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Asks once: what is submitted can be opened again only by a reviewer. */
export function SubmitDialog({ isOpen, onOpenChange }: SubmitDialogProps) {
  const { editor } = useWorkbench();
  const count = liveAnnotations(useAnnotationSet()).length;
  return (
    <Dialog title="Submit this document?" width="narrow" isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="text-soft">
        {count === 0
          ? "Nothing is marked in it. Submit it if nothing belongs here."
          : `It holds ${count === 1 ? "1 annotation" : `${count} annotations`}.`}{" "}
        After that only a reviewer can open it again for changes.
      </p>
      <DialogActions>
        <Button onPress={() => onOpenChange(false)}>Not yet</Button>
        <Button
          variant="primary"
          autoFocus
          onPress={() => {
            editor?.submit();
            onOpenChange(false);
          }}
        >
          Submit
        </Button>
      </DialogActions>
    </Dialog>
  );
}
