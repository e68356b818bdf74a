"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export interface SignOutDialogProps {
  /** How much of this person's work has not reached the server. */
  readonly waiting: number;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onSignOut: () => Promise<void>;
}

/** Asks before somebody leaves work behind that only this browser has. */
export function SignOutDialog({ waiting, isOpen, onOpenChange, onSignOut }: SignOutDialogProps) {
  return (
    <ConfirmDialog
      title="Sign out with unsent work?"
      confirmLabel="Sign out all the same"
      cancelLabel="Stay"
      onConfirm={onSignOut}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {waiting === 1 ? "1 change has" : `${waiting} changes have`} not reached the server. What waits stays on
      this device and is sent when you sign in here again.
    </ConfirmDialog>
  );
}
