"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { Notice } from "@/components/ui/notice";
import type { CreatedInvitation } from "@/lib/contracts/member";
import { InviteForm } from "./invite-form";

/** Makes an invitation and shows its link, this once. */
export function InviteDialog({ projectId }: { readonly projectId: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedInvitation | null>(null);
  const open = (next: boolean) => {
    setOpen(next);
    setMade(null);
    if (!next) router.refresh();
  };
  return (
    <>
      <Button variant="primary" onPress={() => open(true)}>
        Invite…
      </Button>
      <Dialog
        title={made === null ? "Invite somebody" : "The invitation"}
        isOpen={isOpen}
        onOpenChange={open}
        closesOnOutside={made === null}
      >
        {({ close }) =>
          made === null ? (
            <InviteForm projectId={projectId} onMade={setMade} onCancel={close} />
          ) : (
            <div className="flex flex-col gap-4">
              <CopyField label="Link" value={new URL(made.path, window.location.origin).href} />
              <Notice tone="warn">
                Send it to {made.email ?? "one person"}: it works once, and is not shown again.
              </Notice>
              <DialogActions>
                <Button variant="primary" onPress={close}>
                  Done
                </Button>
              </DialogActions>
            </div>
          )
        }
      </Dialog>
    </>
  );
}
