"use client";

import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ClosedReason } from "@/lib/client/session/closed";
import { useSessionState, useWorkbench } from "./workbench";

const WORDS: Readonly<Record<ClosedReason, { readonly title: string; readonly remedy: string }>> = {
  trash: {
    title: "This document is in the trash",
    remedy: "It can be annotated again once whoever manages the project has restored it.",
  },
  gone: {
    title: "This document is not available to you any more",
    remedy: "It was deleted, or you are no member of the project any more. Ask whoever manages it.",
  },
  rights: {
    title: "You may not annotate this document any more",
    remedy: "Your role in the project has changed. Ask whoever manages it.",
  },
};

/** Above the article wherever it is scrolled to: nothing is taken any more, what waits is kept, and how to go on. */
export function ClosedBar() {
  const { session } = useWorkbench();
  const { save } = useSessionState();
  if (session === null || save.closed === null) return null;
  const { title, remedy } = WORDS[save.closed];
  return (
    <div className="border-b border-line bg-paper px-4 py-2 sm:px-6">
      <Notice tone="warn" isAnswer title={title}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-80">
            {remedy} {save.waiting > 0 && keptWords(save.waiting, save.isOnDevice)}
          </p>
          <Button size="small" onPress={() => session.retry()}>
            <RotateCw aria-hidden />
            {save.waiting > 0 ? "Try to send again" : "Look again"}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

function keptWords(waiting: number, isOnDevice: boolean): string {
  const subject = waiting === 1 ? "1 change of yours is" : `${waiting} changes of yours are`;
  const place = isOnDevice ? "kept on this device" : "kept in this window";
  return `${subject} ${place} and sent then.`;
}
