"use client";

import { signOut } from "next-auth/react";
import { useCallback } from "react";
import type { UserId } from "@/lib/core/ids";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import { unsentWork } from "@/lib/client/session/unsent-work";

/** Signs out, but asks first while work of this person has not reached the server. */
export function useSignOut(userId: UserId, session: AnnotationSession | null): () => void {
  return useCallback(() => {
    const leave = async () => {
      const waiting = Math.max(session?.state.save.waiting ?? 0, await unsentWork(userId));
      const question = `${waiting === 1 ? "1 change has" : `${waiting} changes have`} not reached the server. They stay on this device until you sign in here again. Sign out all the same?`;
      if (waiting === 0 || window.confirm(question)) await signOut({ callbackUrl: "/sign-in" });
    };
    void leave();
  }, [userId, session]);
}
