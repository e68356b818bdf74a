"use client";

import { CircleOff, CloudOff, LogIn, TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ClosedReason } from "@/lib/client/session/closed";
import type { SaveState } from "@/lib/client/session/save-state";
import { useSessionState, useSurroundings, useWorkbench } from "./workbench";

/** Where the work is: always in sight, spoken only when it changes for the worse or the better. */
export function SaveStatus({
  onShowRefused,
  onSignIn,
}: {
  readonly onShowRefused: () => void;
  readonly onSignIn: () => void;
}) {
  const { session } = useWorkbench();
  const { save: kept } = useSessionState();
  const { isSignedOut } = useSurroundings();
  const save: SaveState = isSignedOut ? { ...kept, kind: "signed-out" } : kept;
  if (session === null) return null;
  const { words, detail } = saveWords(save);
  return (
    <div className="flex items-center gap-2">
      <button
        type="button"
        title={detail}
        onClick={() => (save.kind === "signed-out" ? onSignIn() : session.retry())}
        className="inline-flex items-center gap-1.5 rounded-md px-1.5 py-1 whitespace-nowrap text-soft hover:bg-hover"
        data-testid="save-state"
        data-save={save.kind}
      >
        <Sign save={save} />
        <span
          className={classNames(
            // The bar above the article says why it is closed; a narrow screen has no room to say it twice.
            (save.kind === "saved" || save.kind === "closed") && "max-sm:sr-only",
            save.kind === "saving" && "max-md:sr-only",
          )}
        >
          {words}
        </span>
      </button>
      {save.refused > 0 && (
        <Button size="small" onPress={onShowRefused} className="border-warn/40 text-warn">
          <TriangleAlert aria-hidden />
          {save.refused} refused
        </Button>
      )}
      <VisuallyHidden>
        <span role="status">{save.kind === "saving" ? "" : words}</span>
      </VisuallyHidden>
    </div>
  );
}

function Sign({ save }: { readonly save: SaveState }) {
  if (save.kind === "closed") return <CircleOff aria-hidden className="size-4 text-warn" />;
  if (save.kind === "offline") return <CloudOff aria-hidden className="size-4 text-warn" />;
  if (save.kind === "signed-out") return <LogIn aria-hidden className="size-4 text-warn" />;
  if (save.waiting > 0 && !save.hasStorage) return <TriangleAlert aria-hidden className="size-4 text-warn" />;
  return (
    <span
      aria-hidden
      className={classNames("size-1.5 rounded-full", save.kind === "saved" ? "bg-ok" : "bg-soft")}
    />
  );
}

const CLOSED_WORDS: Readonly<Record<ClosedReason, string>> = {
  trash: "In the trash",
  gone: "Not available",
  rights: "Read only",
};

function saveWords({ kind, closed, waiting, isOnDevice, hasStorage }: SaveState): {
  readonly words: string;
  readonly detail: string;
} {
  const place = isOnDevice ? "saved on this device" : "kept in this window only";
  const warning = hasStorage
    ? ""
    : " This browser lends no storage: do not close the window while something waits.";
  switch (kind) {
    case "saved":
      return { words: "Saved", detail: `The server has all your work.${warning}` };
    case "saving":
      return {
        words: "Saving",
        detail:
          waiting === 0
            ? "Looking for what an earlier visit left on this device."
            : `${count(waiting)} on the way, ${place}.${warning}`,
      };
    case "offline":
      return {
        words: `Offline (${waiting} waiting)`,
        detail: `${count(waiting)} ${place}; sent as soon as the server can be reached. Press to try now.${warning}`,
      };
    case "closed":
      return {
        words:
          waiting === 0
            ? CLOSED_WORDS[closed ?? "gone"]
            : `${CLOSED_WORDS[closed ?? "gone"]} (${waiting} waiting)`,
        detail: `Nothing is saved any more. ${waiting === 0 ? "Nothing waits." : `${count(waiting)} ${place}.`} Press to look again.${warning}`,
      };
    case "signed-out":
      return {
        words: "Signed out",
        detail:
          waiting === 0
            ? "The server has all your work. Sign in to go on."
            : `${count(waiting)} ${place}. Sign in to send ${waiting === 1 ? "it" : "them"}.${warning}`,
      };
  }
}

function count(waiting: number): string {
  return waiting === 1 ? "1 change" : `${waiting} changes`;
}
