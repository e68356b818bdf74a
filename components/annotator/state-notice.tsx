"use client";

import { Notice } from "@/components/ui/notice";
import type { SetState } from "@/lib/core/workflow/set-state";
import { useSessionState, useWorkbench } from "./workbench";

export interface StateNoticeProps {
  /** Why there is no set to work on; null while there is one, or one is being opened. */
  readonly problem: string | null;
  readonly mayAnnotate: boolean;
}

/** What keeps the text from being annotated, and what can be done about it. */
export function StateNotice({ problem, mayAnnotate }: StateNoticeProps) {
  const { session } = useWorkbench();
  const { set } = useSessionState();
  if (!mayAnnotate)
    return (
      <Notice className="mb-6">
        You can read this document. To annotate it you need to be an annotator of this project.
      </Notice>
    );
  if (problem !== null) {
    return (
      <Notice tone="danger" isAnswer className="mb-6" title="Your work on this document could not be opened">
        {problem} Load the page again to try once more.
      </Notice>
    );
  }
  const words = session === null ? null : stateWords(set.state);
  return words === null ? null : (
    <Notice tone={set.state === "returned" ? "warn" : "neutral"} className="mb-6">
      {words}
    </Notice>
  );
}

function stateWords(state: SetState): string | null {
  switch (state) {
    case "new":
    case "in_progress":
      return null;
    case "submitted":
      return "You submitted this. It can be read, and changed again once a reviewer gives it back.";
    case "accepted":
      return "This was accepted. To change it, ask a reviewer to reopen it.";
    case "returned":
      return "A reviewer gave this back to you. Mend it and submit it again.";
  }
}
