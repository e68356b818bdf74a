"use client";

import { Dialog } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";

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
      <ShownOnce
        label="Link"
        value={new URL(link.path, window.location.origin).href}
        warning="It works once and for a day, and is not shown again. Choosing the password ends all their sessions."
        onDone={onClose}
      />
    </Dialog>
  );
}
