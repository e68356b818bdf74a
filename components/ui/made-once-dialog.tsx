"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ShownOnce, type Secret } from "./shown-once";

export interface MadeOnceDialogProps<T> {
  /** On the button that opens it. */
  readonly trigger: string;
  readonly title: { readonly before: string; readonly after: string };
  readonly form: (on: { readonly onMade: (made: T) => void; readonly onCancel: () => void }) => ReactNode;
  readonly secret: (made: T) => Secret;
}

/** Asks for what to make, makes it, and shows what came of it, this once. Afterwards the page is read anew. */
export function MadeOnceDialog<T>({ trigger, title, form, secret }: MadeOnceDialogProps<T>) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<{ readonly value: T } | null>(null);
  const open = (next: boolean) => {
    setOpen(next);
    setMade(null);
    if (!next) router.refresh();
  };
  return (
    <>
      <Button variant="primary" onPress={() => open(true)}>
        {trigger}
      </Button>
      <Dialog
        title={made === null ? title.before : title.after}
        isOpen={isOpen}
        onOpenChange={open}
        closesOnOutside={made === null}
      >
        {({ close }) =>
          made === null ? (
            form({ onMade: (value) => setMade({ value }), onCancel: close })
          ) : (
            <ShownOnce {...secret(made.value)} onDone={close} />
          )
        }
      </Dialog>
    </>
  );
}
