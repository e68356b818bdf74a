"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Annotation } from "@/lib/core/annotation/annotation";
import type { OperationRecord } from "@/lib/contracts/operations";
import { recordWords } from "./record-words";
import { useSessionState, useWorkbench } from "./workbench";

/** Who did what to the annotation, the newest first; read from the log when it is opened. */
export function AnnotationHistory({ annotation }: { readonly annotation: Annotation }) {
  const { session, schema } = useWorkbench();
  const { set } = useSessionState();
  const [isOpen, setIsOpen] = useState(false);
  const [records, setRecords] = useState<readonly OperationRecord[] | "unavailable" | null>(null);
  const { id } = annotation;

  // The server's log of this annotation, read again when the set has moved on.
  useEffect(() => {
    if (!isOpen || session === null) return;
    let isWanted = true;
    void session.historyOf(id).then((reply) => {
      if (isWanted) setRecords(reply.kind === "ok" ? reply.value : "unavailable");
    });
    return () => {
      isWanted = false;
    };
  }, [isOpen, session, id, set.seq]);

  return (
    <details
      className="mt-3 border-t border-line pt-2"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="flex list-none items-center gap-1 rounded-sm text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className={`size-3.5 ${isOpen ? "rotate-90" : ""}`} />
        History
      </summary>
      {isOpen && records === null && <Spinner label="Reading the history" className="mt-2 size-4" />}
      {records === "unavailable" && (
        <p className="mt-1.5 text-soft">The history is with the server, which cannot be reached.</p>
      )}
      {records !== null && records !== "unavailable" && (
        <ol className="mt-1.5 flex flex-col gap-1.5">
          {records.toReversed().map((record) => (
            <li key={record.id} className="flex gap-2 text-sm">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{recordWords(record, schema)}</span>
              <span className="shrink-0 text-soft">
                {record.actor?.name === undefined ? "" : `${record.actor.name}, `}
                <TimeAgo at={record.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
