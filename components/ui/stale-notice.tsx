"use client";

import { Button } from "./button";
import { Notice } from "./notice";

export interface StaleNoticeProps {
  /** What has versions: "schema". */
  readonly what: string;
  readonly onTakeTheirs: () => void;
  readonly onSaveOver: () => void;
}

/** Somebody else saved first: says that nothing is lost yet, and leaves the choice to the person. */
export function StaleNotice({ what, onTakeTheirs, onSaveOver }: StaleNoticeProps) {
  return (
    <Notice tone="warn" isAnswer title={`Somebody saved another version of the ${what} meanwhile`}>
      <p>
        Your changes are still here, and not saved. Look at theirs, or save yours over them; both versions
        stay in the history.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onPress={onTakeTheirs}>
          Discard mine, show theirs
        </Button>
        <Button size="small" variant="danger" onPress={onSaveOver}>
          Save mine over theirs
        </Button>
      </div>
    </Notice>
  );
}
