"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { annotationAfter } from "@/lib/core/annotation/past";
import type { OperationRecord } from "@/lib/contracts/operations";
import { bringBack } from "@/lib/client/session/bring-back";
import { recordWords } from "./record-words";
import { useSessionState, useWorkbench } from "./workbench";

/** Who did what to the annotation, the newest first; read from the log when it is opened. */
export function AnnotationHistory({ annotation }: { readonly annotation: Annotation }) {
  const { session, editor, schema } = useWorkbench();
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

  /** How it stood after that line; null where it is so now, or nothing may be changed. */
  const toBringBack = ({ seq, status }: OperationRecord): Annotation | null => {
    if (records === null || records === "unavailable" || editor?.canEdit !== true || status !== "ok")
      return null;
    const then = annotationAfter(records, seq);
    return then === null || bringBack(annotation, then, schema).length === 0 ? null : then;
  };

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
            <HistoryLine
              key={record.id}
              record={record}
              then={toBringBack(record)}
              onBringBack={(then) => editor?.restorer.bringBack(then)}
            />
          ))}
        </ol>
      )}
    </details>
  );
}

interface HistoryLineProps {
  readonly record: OperationRecord;
  /** What it can be made again. */
  readonly then: Annotation | null;
  readonly onBringBack: (then: Annotation) => void;
}

function HistoryLine({ record, then, onBringBack }: HistoryLineProps) {
  const { schema } = useWorkbench();
  const words = recordWords(record, schema);
  return (
    <li className="flex items-start gap-2 text-sm">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {words}
        <span className="block text-soft">
          {record.actor?.name === undefined ? "" : `${record.actor.name}, `}
          <TimeAgo at={record.at} />
        </span>
      </span>
      {then !== null && (
        <Button
          size="small"
          variant="plain"
          aria-label={`Bring back: ${words}`}
          onPress={() => onBringBack(then)}
        >
          Bring back
        </Button>
      )}
    </li>
  );
}
