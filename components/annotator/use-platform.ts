"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether keys are printed as on a Mac. The server does not know and says no. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  );
}
