"use client";

import { LinkButton } from "@/components/ui/link-button";
import { Button } from "@/components/ui/button";
import { useSessionState, useSurroundings, useWorkbench } from "./workbench";

/** What concerns the whole page: it may not go on, or it is of an earlier version than the server. Below the text. */
export function PageNotices() {
  const { projectId } = useWorkbench();
  const { save } = useSessionState();
  const { hasEnded, isOutdated } = useSurroundings();
  if (hasEnded) {
    return (
      <section
        role="alert"
        aria-label="This document is not open to you any more"
        className="relative z-30 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-danger/40 bg-danger-wash px-4 py-2.5"
      >
        <p className="min-w-48 flex-1">
          <span className="font-medium">This document is not open to you any more.</span> It was taken away,
          or you are not among those who may work on it. Nothing more is sent.
          {save.waiting + save.refused > 0 &&
            " What the server has not taken is kept on this device, under “refused”, and can be copied."}
        </p>
        <LinkButton href={`/projects/${projectId}/documents`}>To the documents</LinkButton>
      </section>
    );
  }
  if (!isOutdated) return null;
  return (
    <section
      role="status"
      aria-label="A newer version"
      className="relative z-30 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-accent-wash px-4 py-2.5"
    >
      <p className="min-w-48 flex-1">
        <span className="font-medium">A newer version of Triptych is running.</span> Reload the page to use
        it.
        {save.waiting > 0
          ? " What waits stays on this device and is sent afterwards."
          : " Nothing of your work is lost."}
      </p>
      <Button onPress={() => location.reload()}>Reload</Button>
    </section>
  );
}
