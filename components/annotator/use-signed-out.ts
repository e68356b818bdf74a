"use client";

import { useEffect, useEffectEvent } from "react";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import type { Surroundings } from "@/lib/client/session/surroundings";

/** Tells when the person's session ends, as soon as saving or the stream finds out, and when somebody has signed in again. */
export function useSignedOut(
  session: AnnotationSession | null,
  surroundings: Surroundings | null,
  onChange: (isSignedOut: boolean) => void,
): void {
  const tell = useEffectEvent(onChange);

  // The server's word.
  useEffect(() => {
    if (session === null || surroundings === null) return;
    let was = false;
    const look = () => {
      const is = session.state.save.kind === "signed-out" || surroundings.state.isSignedOut;
      if (is !== was) tell(is);
      was = is;
    };
    const stop = [session.subscribe(look), surroundings.subscribe(look)];
    return () => stop.forEach((one) => one());
  }, [session, surroundings]);
}
