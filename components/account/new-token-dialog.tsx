"use client";

import { MadeOnceDialog } from "@/components/ui/made-once-dialog";
import type { CreatedToken } from "@/lib/contracts/account";
import { NewTokenForm, type NewTokenFormProps } from "./new-token-form";

export type NewTokenDialogProps = Pick<NewTokenFormProps, "projects" | "onCreate">;

/** Makes a token and shows it, this once. */
export function NewTokenDialog(props: NewTokenDialogProps) {
  return (
    <MadeOnceDialog<CreatedToken>
      trigger="New token…"
      title={{ before: "New token", after: "Your new token" }}
      form={(on) => <NewTokenForm {...props} {...on} />}
      secret={({ name, token }) => ({
        label: name,
        value: token,
        warning: "Copy it now: it is not shown again. Keep it as you keep a password.",
      })}
    />
  );
}
