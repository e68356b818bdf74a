"use client";

import { BookOpen, ChevronLeft, ChevronRight, Redo2, Undo2 } from "lucide-react";
import { CommentsButton } from "@/components/discussion/comments-button";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { isChangeable } from "@/lib/client/session/annotation-session";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { SetStateBadge } from "@/components/shell/set-state-badge";
import { SaveStatus } from "./save-status";
import { useSessionState, useWorkbench } from "./workbench";

export interface AnnotatorActionsProps {
  readonly onRun: (id: CommandId) => void;
  readonly onShowRefused: () => void;
  readonly onSignIn: () => void;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly unreadComments: number;
}

/** The right of the top bar: save state, the way to the neighbours, guideline, undo, redo, submit. */
export function AnnotatorActions({
  onRun,
  onShowRefused,
  onSignIn,
  hasNext,
  hasPrevious,
  unreadComments,
}: AnnotatorActionsProps) {
  const { session, editor } = useWorkbench();
  const state = useSessionState();
  const { set, canUndo, canRedo } = state;
  const keysOf = useCommandKeys();
  const keys = (id: CommandId): string | undefined => keysOf(id)[0];
  const canEdit = editor !== null && isChangeable(state);
  return (
    <>
      <SaveStatus onShowRefused={onShowRefused} onSignIn={onSignIn} />
      <div className="flex max-md:hidden">
        <IconButton
          icon={ChevronLeft}
          label="Previous document"
          keys={keys("document.previous")}
          isDisabled={!hasPrevious}
          onPress={() => onRun("document.previous")}
        />
        <IconButton
          icon={ChevronRight}
          label="Next document"
          keys={keys("document.next")}
          isDisabled={!hasNext}
          onPress={() => onRun("document.next")}
        />
      </div>
      <Button onPress={() => onRun("guideline")} className="max-lg:hidden">
        <BookOpen aria-hidden />
        Guideline
      </Button>
      <IconButton
        icon={BookOpen}
        label="Guideline"
        onPress={() => onRun("guideline")}
        className="max-sm:hidden lg:hidden"
      />
      <CommentsButton unread={unreadComments} onPress={() => onRun("comments")} />
      <IconButton
        variant="quiet"
        icon={Undo2}
        label="Undo"
        keys={keys("undo")}
        isDisabled={!canUndo || !canEdit}
        onPress={() => onRun("undo")}
      />
      <IconButton
        variant="quiet"
        icon={Redo2}
        label="Redo"
        keys={keys("redo")}
        isDisabled={!canRedo || !canEdit}
        onPress={() => onRun("redo")}
      />
      {session !== null && !canEdit ? (
        <SetStateBadge state={set.state} />
      ) : (
        <Button variant="primary" isDisabled={!canEdit} onPress={() => onRun("submit")}>
          Submit
          <CommandKbd command="submit" className="max-lg:hidden" />
        </Button>
      )}
    </>
  );
}
