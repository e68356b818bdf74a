"use client";

import { signOut } from "next-auth/react";
import { useCallback, useState } from "react";
import type { UserId } from "@/lib/core/ids";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import { unsentWork } from "@/lib/client/session/unsent-work";

/** Signs out at once, or with a question first while work of this person has not reached the server. */
export function useSignOut(userId: UserId, session: AnnotationSession | null) {
  const [waiting, setWaiting] = useState(0);
  const [isAsked, setIsAsked] = useState(false);
  const onSignOut = useCallback(() => {
    const leave = async () => {
      const unsent = Math.max(session?.state.save.waiting ?? 0, await unsentWork(userId));
      setWaiting(unsent);
      if (unsent === 0) await leaveForGood();
      else setIsAsked(true);
    };
    void leave();
  }, [userId, session]);
  return {
    onSignOut,
    question: { waiting, isOpen: isAsked, onOpenChange: setIsAsked, onSignOut: leaveForGood },
  };
}

async function leaveForGood(): Promise<void> {
  await signOut({ callbackUrl: "/sign-in" });
}
