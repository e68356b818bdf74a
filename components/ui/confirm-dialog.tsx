"use client";

import { useState, type ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";
import { defined } from "./defined";
import { DialogActions } from "./dialog-actions";
import { Notice } from "./notice";

export interface ConfirmDialogProps {
  /** A question that names what is at stake: "Delete the label Claim?" */
  readonly title: string;
  /** What follows from yes, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb of the title, never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly tone?: "primary" | "danger" | undefined;
  /** The dialog closes when this is done. If it throws, it stays and shows `failure`. */
  readonly onConfirm: () => void | Promise<void>;
  readonly failure?: string | undefined;
  /** Give both to steer it; leave both out inside a `DialogTrigger`. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel = "Cancel",
  tone = "danger",
  onConfirm,
  failure = "That did not work. Try again.",
  isOpen,
  onOpenChange,
}: ConfirmDialogProps) {
  const [state, setState] = useState<"asking" | "working" | "failed">("asking");
  const confirm = async (close: () => void) => {
    setState("working");
    try {
      await onConfirm();
      setState("asking");
      close();
    } catch {
      setState("failed");
    }
  };
  return (
    <ModalOverlay
      {...defined({ isOpen, onOpenChange })}
      isKeyboardDismissDisabled={state === "working"}
      className="floats fixed inset-0 z-50 flex h-(--visual-viewport-height) items-end justify-center bg-veil p-4 sm:items-start sm:pt-[18vh]"
    >
      <Modal className="rises w-full max-w-sm rounded-xl border border-line bg-paper shadow-float">
        <AriaDialog role="alertdialog" className="p-5 outline-none">
          {({ close }) => (
            <>
              <Heading slot="title" className="font-serif text-xl font-semibold">
                {title}
              </Heading>
              <div className="mt-1.5 text-soft">{children}</div>
              {state === "failed" && (
                <Notice tone="danger" isAnswer className="mt-3">
                  {failure}
                </Notice>
              )}
              <DialogActions>
                <Button autoFocus onPress={close} isDisabled={state === "working"}>
                  {cancelLabel}
                </Button>
                <Button variant={tone} isPending={state === "working"} onPress={() => void confirm(close)}>
                  {confirmLabel}
                </Button>
              </DialogActions>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
