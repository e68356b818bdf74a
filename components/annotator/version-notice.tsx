"use client";

import { Button } from "@/components/ui/button";
import { useSessionState, useSurroundings } from "./workbench";

/** The server is of another version than the page. It is asked for, and not done: nobody is torn out of a sentence. */
export function VersionNotice() {
  const { save } = useSessionState();
  const { isOutdated } = useSurroundings();
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
