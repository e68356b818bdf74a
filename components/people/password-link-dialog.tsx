"use client";

import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { Notice } from "@/components/ui/notice";

export interface MadeLink {
  readonly name: string;
  readonly path: string;
}

/** Shows a link by which somebody chooses a password, this once. */
export function PasswordLinkDialog({
  link,
  onClose,
}: {
  readonly link: MadeLink | null;
  readonly onClose: () => void;
}) {
  if (link === null) return null;
  return (
    <Dialog
      title={`A link for ${link.name}`}
      isOpen
      closesOnOutside={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <div className="flex flex-col gap-4">
        <CopyField label="Link" value={new URL(link.path, window.location.origin).href} />
        <Notice tone="warn">
          It works once and for a day, and is not shown again. Choosing the password ends all their sessions.
        </Notice>
        <DialogActions>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
