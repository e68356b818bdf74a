"use client";

import { BookOpen, ChevronLeft, ChevronRight, Undo2 } from "lucide-react";
import { CommentsButton } from "@/components/discussion/comments-button";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { DecisionSaving } from "@/lib/client/review/decision-outbox";
import type { DocumentId } from "@/lib/core/ids";
import { useReviewBench, useReviewState } from "./review-context";

const SAVING: Readonly<Record<DecisionSaving, string>> = {
  saved: "Saved",
  saving: "Saving…",
  offline: "No connection: kept here until it is back",
  "signed-out": "Signed out: sign in again in another tab",
};

export interface ReviewActionsProps {
  readonly neighbours: { readonly previous: DocumentId | null; readonly next: DocumentId | null };
  readonly unreadComments: number;
  readonly onReopen: () => void;
}

/** The right of the top bar: whether it is saved, the neighbours, undo, and the end of the review. */
export function ReviewActions({ neighbours, unreadComments, onReopen }: ReviewActionsProps) {
  const { run, review } = useReviewBench();
  const { saving, canUndo, goldState } = useReviewState();
  const keysOf = useCommandKeys();
  return (
    <>
      <span data-testid="save-state" data-save={saving} className="text-sm text-soft max-sm:sr-only">
        {SAVING[saving]}
      </span>
      {(saving === "offline" || saving === "signed-out") && (
        <Button size="small" onPress={() => review.retry()}>
          Try now
        </Button>
      )}
      <div className="flex max-md:hidden">
        <IconButton
          icon={ChevronLeft}
          label="Previous document"
          keys={keysOf("document.previous")[0]}
          isDisabled={neighbours.previous === null}
          onPress={() => run("document.previous")}
        />
        <IconButton
          icon={ChevronRight}
          label="Next document"
          keys={keysOf("document.next")[0]}
          isDisabled={neighbours.next === null}
          onPress={() => run("document.next")}
        />
      </div>
      <IconButton
        icon={BookOpen}
        label="Guideline"
        keys={keysOf("guideline")[0]}
        onPress={() => run("guideline")}
        className="max-sm:hidden"
      />
      <CommentsButton unread={unreadComments} onPress={() => run("comments")} />
      <IconButton
        variant="quiet"
        icon={Undo2}
        label="Undo"
        keys={keysOf("undo")[0]}
        isDisabled={!canUndo}
        onPress={() => run("undo")}
      />
      {goldState === "accepted" ? (
        <>
          <Badge tone="ok" shape="check">
            gold
          </Badge>
          <Button onPress={onReopen}>Reopen</Button>
        </>
      ) : (
        <Button variant="primary" onPress={() => run("review.finish")}>
          Accept document
          <CommandKbd command="review.finish" className="max-lg:hidden" />
        </Button>
      )}
    </>
  );
}
