"use client";

import { ChevronDown, List } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { classNames } from "@/components/ui/class-names";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import { AnnotationList } from "./annotation-list";
import { Inspector } from "./inspector";
import { useAnnotationSet, useEditorState, useWorkbench } from "./workbench";

/**
 * Inspector and list: a column at the right; below 1024 px a sheet from below that comes with a selection and leaves
 * the text in sight.
 */
export function SidePanel({ onRun }: { readonly onRun: (id: CommandId) => void }) {
  const { editor, focusText } = useWorkbench();
  const { selected, place, linking } = useEditorState();
  const [isListShown, setIsListShown] = useState(false);
  const count = liveAnnotations(useAnnotationSet()).length;
  const hasSubject = selected !== null || linking !== null || (place !== null && place.means !== "caret");
  const isOpen = hasSubject || isListShown;
  const close = () => {
    setIsListShown(false);
    if (hasSubject) editor?.stepOut();
    focusText();
  };
  return (
    <>
      {!isOpen && (
        <div className="fixed right-3 bottom-18 z-20 rounded-md shadow-float lg:hidden">
          <Button onPress={() => setIsListShown(true)}>
            <List aria-hidden />
            {count} annotations
          </Button>
        </div>
      )}
      <aside
        aria-label="Inspector"
        data-open={isOpen}
        className={classNames(
          "flex min-h-0 flex-col bg-ground lg:w-88 lg:shrink-0 lg:border-l lg:border-line",
          "max-lg:absolute max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:max-h-[55%] max-lg:rounded-t-xl max-lg:border-t max-lg:border-line max-lg:shadow-float",
          !isOpen && "max-lg:hidden",
        )}
      >
        <IconButton
          icon={ChevronDown}
          label="Close"
          size="small"
          onPress={close}
          className="mx-auto mt-1 w-16! lg:hidden"
        />
        <div
          className={classNames(
            "min-h-0 overflow-y-auto px-3 pt-3 max-lg:pt-1 lg:max-h-[62%] lg:shrink-0",
            !hasSubject && "max-lg:hidden",
          )}
        >
          <Inspector onRun={onRun} />
        </div>
        <div
          className={classNames(
            "flex min-h-0 flex-1 flex-col max-lg:min-h-48",
            hasSubject && "max-lg:hidden",
          )}
        >
          <AnnotationList onRun={onRun} />
        </div>
      </aside>
    </>
  );
}
