"use client";

import { signOut } from "next-auth/react";
import { useCallback, useState } from "react";
import { showToast } from "@/components/ui/show-toast";
import { unsentWork } from "@/lib/client/session/unsent-work";
import type { UserId } from "@/lib/core/ids";

/**
 * Signs out at once, or with a question first while work of this person has not reached the server: what lies in the
 * browser's storage, and what this page alone holds where the browser lends none.
 */
export function useSignOut(userId: UserId, unsentHere: () => number) {
  const [waiting, setWaiting] = useState(0);
  const [isAsked, setIsAsked] = useState(false);
  const onSignOut = useCallback(() => {
    const leave = async () => {
      const unsent = Math.max(unsentHere(), await unsentWork(userId));
      setWaiting(unsent);
      if (unsent === 0) await leaveForGood();
      else setIsAsked(true);
    };
    void leave();
  }, [userId, unsentHere]);
  return {
    onSignOut,
    question: { waiting, isOpen: isAsked, onOpenChange: setIsAsked, onSignOut: leaveForGood },
  };
}

async function leaveForGood(): Promise<void> {
  try {
    await signOut({ callbackUrl: "/sign-in" });
  } catch {
    showToast({
      title: "You are still signed in",
      description: "Triptych cannot be reached. Try again when the connection is back.",
      tone: "danger",
    });
  }
}
