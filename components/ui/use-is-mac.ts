"use client";

import { useSyncExternalStore } from "react";

/** Whether keys are named as on a Mac; false on the server and until the page is alive. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}

const never = () => () => undefined;
const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);
