"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import type { SaveState } from "@/lib/client/session/save-state";
import { signIn } from "@/lib/client/account/sign-in";
import { useSessionState } from "./workbench";

export interface SignInAgainProps {
  readonly email: string;
  /** The same person is signed in again. */
  readonly onSignedIn: () => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Over the page, so that nothing under it is lost: the session has ended, the work has not. */
export function SignInAgain({ email, onSignedIn, isOpen, onOpenChange }: SignInAgainProps) {
  const { save } = useSessionState();
  const [password, setPassword] = useState("");
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly problem: string | null }>({
    isBusy: false,
    problem: null,
  });

  const submit = async () => {
    setState({ isBusy: true, problem: null });
    const answer = await signIn(email, password);
    setPassword("");
    setState({ isBusy: false, problem: answer.ok ? null : answer.message });
    if (!answer.ok) return;
    onSignedIn();
    onOpenChange(false);
  };

  return (
    <Dialog
      title="You have been signed out"
      description={`${whatWaits(save)} Sign in to go on.`}
      width="narrow"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      closesOnOutside={false}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {state.problem !== null && (
          <Notice tone="danger" isAnswer>
            {state.problem}
          </Notice>
        )}
        <p>
          As <span className="font-medium">{email}</span>
        </p>
        <PasswordField
          label="Password"
          autoComplete="current-password"
          autoFocus
          isRequired
          value={password}
          onChange={setPassword}
        />
        <p className="text-soft">
          Single sign-on?{" "}
          <a
            href="/sign-in"
            target="_blank"
            rel="noopener"
            className="text-accent underline underline-offset-3"
          >
            Sign in on a new page
          </a>{" "}
          and come back.
        </p>
        <DialogActions>
          <Button onPress={() => onOpenChange(false)}>Later</Button>
          <Button type="submit" variant="primary" isPending={state.isBusy}>
            Sign in
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function whatWaits({ waiting, isOnDevice }: SaveState): string {
  if (waiting === 0) return "The server has all your work.";
  const changes = waiting === 1 ? "1 change waits" : `${waiting} changes wait`;
  return `Your work is safe: ${changes} ${isOnDevice ? "on this device" : "in this window"}.`;
}
