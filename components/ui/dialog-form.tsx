import type { ReactNode } from "react";
import { Button } from "./button";
import { DialogActions } from "./dialog-actions";
import { Notice } from "./notice";

export interface DialogFormProps {
  readonly onSubmit: () => Promise<void>;
  readonly onCancel: () => void;
  readonly submitLabel: string;
  readonly isSending: boolean;
  /** There is nothing to send yet. */
  readonly isDisabled?: boolean | undefined;
  /** What went wrong as a whole. */
  readonly problem: string | null;
  /** The fields. */
  readonly children: ReactNode;
}

/** The frame of a form in a dialog: what went wrong, the fields, cancel and the one thing to do. */
export function DialogForm({
  onSubmit,
  onCancel,
  submitLabel,
  isSending,
  isDisabled = false,
  problem,
  children,
}: DialogFormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
      className="flex flex-col gap-4"
    >
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      {children}
      <DialogActions>
        <Button variant="plain" onPress={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isSending} isDisabled={isDisabled}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  );
}
