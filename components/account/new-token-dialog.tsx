"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { Notice } from "@/components/ui/notice";
import type { CreatedToken } from "@/lib/contracts/account";
import { NewTokenForm, type NewTokenFormProps } from "./new-token-form";

export type NewTokenDialogProps = Pick<NewTokenFormProps, "projects" | "onCreate">;

/** Makes a token and shows it, this once. */
export function NewTokenDialog({ projects, onCreate }: NewTokenDialogProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedToken | null>(null);
  const open = (next: boolean) => {
    setOpen(next);
    setMade(null);
    if (!next) router.refresh();
  };
  return (
    <>
      <Button variant="primary" onPress={() => open(true)}>
        New token…
      </Button>
      <Dialog
        title={made === null ? "New token" : "Your new token"}
        isOpen={isOpen}
        onOpenChange={open}
        closesOnOutside={made === null}
      >
        {({ close }) =>
          made === null ? (
            <NewTokenForm projects={projects} onCreate={onCreate} onMade={setMade} onCancel={close} />
          ) : (
            <div className="flex flex-col gap-4">
              <CopyField label={made.name} value={made.token} />
              <Notice tone="warn">Copy it now: it is not shown again. Keep it as you keep a password.</Notice>
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
