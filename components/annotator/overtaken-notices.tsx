"use client";

import { useMemo } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AnnotationId } from "@/lib/core/ids";
import { overtakenSubjects } from "./overtaken-words";
import { useSessionState, useWorkbench } from "./workbench";

/** So many are told at once; the others come when these are decided. */
const TOLD = 3;

/** What others changed of one's own a moment ago, and what can be done about it. Below the text, which does not move. */
export function OvertakenNotices() {
  const { editor, session, schema, focusText } = useWorkbench();
  const { overtaken, set, names } = useSessionState();
  const subjects = useMemo(() => overtakenSubjects(overtaken, set, schema), [overtaken, set, schema]);
  const nameOf = (by: (typeof subjects)[number]["by"]): string =>
    (by === null ? undefined : names.get(by)) ?? "Somebody";
  const [first] = subjects;
  return (
    <>
      <span role="status" className="sr-only">
        {first === undefined ? "" : `${nameOf(first.by)} ${first.what}.`}
      </span>
      {first !== undefined && editor !== null && (
        <section
          aria-label="Changed by others"
          className="relative z-30 shrink-0 border-t border-line bg-ground px-4 py-1.5"
        >
          <ul>
            {subjects.slice(0, TOLD).map((one) => {
              const { id, what, by, at, choice } = one;
              const isThere = set.annotations.get(id as AnnotationId)?.live === true;
              return (
                <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
                  <Avatar name={nameOf(by)} size="small" />
                  <p className="min-w-48 flex-1 [overflow-wrap:anywhere]">
                    <span className="font-medium">{nameOf(by)}</span> {what},{" "}
                    <span className="text-soft">
                      <TimeAgo at={at} />
                    </span>
                  </p>
                  <span className="flex gap-2">
                    {isThere && (
                      <Button size="small" variant="plain" onPress={() => editor.select(id as AnnotationId)}>
                        Show
                      </Button>
                    )}
                    <Button
                      size="small"
                      onPress={() => {
                        session?.keepTheirs(one.overtaken);
                        focusText();
                      }}
                    >
                      {choice.keep}
                    </Button>
                    <Button
                      size="small"
                      onPress={() => {
                        editor.restorer.reclaim(one.overtaken);
                        focusText();
                      }}
                    >
                      {choice.reclaim}
                    </Button>
                  </span>
                </li>
              );
            })}
          </ul>
          {subjects.length > TOLD && (
            <p className="flex items-center gap-2 pb-1 text-soft">
              <span className="flex-1">And {subjects.length - TOLD} more.</span>
              <Button
                size="small"
                variant="plain"
                onPress={() => {
                  session?.keepTheirs(overtaken);
                  focusText();
                }}
              >
                Keep all of theirs
              </Button>
            </p>
          )}
        </section>
      )}
    </>
  );
}
