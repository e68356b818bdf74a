"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";

export interface LeaveGuardProps {
  readonly isDirty: boolean;
  /** What would be lost, in a sentence. */
  readonly children?: string | undefined;
}

const UNSAVED = "What you changed here since you last saved would be lost.";

/**
 * Asks before unsaved changes are left behind: by a link of the app with a dialog of ours, by closing or reloading
 * the tab with the browser's own.
 */
export function LeaveGuard({ isDirty, children = UNSAVED }: LeaveGuardProps) {
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);

  // The window: links anywhere on the page, and the tab itself.
  useEffect(() => {
    if (!isDirty) return;
    const onClick = (event: MouseEvent) => {
      const href = leavingHref(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onUnload);
    return () => {
      window.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [isDirty]);

  return (
    <ConfirmDialog
      title="Leave this page?"
      confirmLabel="Leave"
      cancelLabel="Stay"
      isOpen={target !== null}
      onOpenChange={(isOpen) => !isOpen && setTarget(null)}
      onConfirm={() => {
        if (target !== null) router.push(target);
      }}
    >
      {children}
    </ConfirmDialog>
  );
}

/** Where a click would take this tab, if it leaves the page. */
function leavingHref(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (
    link === null ||
    link.href === "" ||
    (link.target !== "" && link.target !== "_self") ||
    link.hasAttribute("download")
  )
    return null;
  const url = new URL(link.href);
  const isElsewhere = url.origin !== location.origin;
  const isThisPage = url.pathname === location.pathname && url.search === location.search;
  return isElsewhere || isThisPage ? null : url.pathname + url.search + url.hash;
}
