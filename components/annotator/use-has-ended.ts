"use client";

import { useSyncExternalStore } from "react";
import type { Surroundings } from "@/lib/client/session/surroundings";

/** Whether the document is not this person's to work on any more. */
export function useHasEnded(surroundings: Surroundings | null): boolean {
  return useSyncExternalStore(
    (notify) => surroundings?.subscribe(notify) ?? (() => undefined),
    () => surroundings?.state.hasEnded ?? false,
    () => false,
  );
}
