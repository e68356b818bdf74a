"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { InvitationRef } from "@/lib/contracts/member";

export interface AcceptInvitationProps {
  readonly invitation: InvitationRef;
  readonly onAccept: (input: InvitationRef) => Promise<ActionResult<{ readonly path: string }>>;
}

/** For somebody who has signed in: one button. */
export function AcceptInvitation({ invitation, onAccept }: AcceptInvitationProps) {
  const [state, setState] = useState<"asking" | "working" | { readonly problem: string }>("asking");
  const accept = async () => {
    setState("working");
    const accepted = await onAccept(invitation);
    if (accepted.ok) window.location.assign(accepted.data.path);
    else setState({ problem: accepted.message });
  };
  return (
    <>
      {typeof state === "object" && (
        <Notice tone="danger" isAnswer>
          {state.problem}
        </Notice>
      )}
      <Button variant="primary" isPending={state === "working"} onPress={() => void accept()}>
        Join the project
      </Button>
    </>
  );
}
