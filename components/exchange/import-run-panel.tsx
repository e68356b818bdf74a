"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { GivenText } from "@/components/ui/given-text";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/components/ui/format-bytes";
import { ImportReportView } from "./import-report-view";
import { sentencesOf } from "@/lib/contracts/problem-sentences";
import type { ImportRun } from "./use-imports";

export interface ImportRunPanelProps {
  readonly run: ImportRun;
  readonly onCancel: () => void;
  /** How a finished import is taken back. */
  readonly undo: ReactNode;
}

/** One file on its way, and what became of it. */
export function ImportRunPanel({ run: { name, size, state }, onCancel, undo }: ImportRunPanelProps) {
  return (
    <Panel>
      <section aria-label={name} className="p-4">
        <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 font-medium [overflow-wrap:anywhere]">
          <GivenText>{name}</GivenText> <span className="font-normal text-soft">{formatBytes(size)}</span>
        </h3>
        {state.kind === "finished" && (
          <>
            <ImportReportView name={name} report={state.report} />
            {undo}
          </>
        )}
        {state.kind === "failed" && (
          <Notice
            tone={state.problem.code === "cancelled" ? "warn" : "danger"}
            isAnswer
            title={state.problem.message}
          >
            {sentencesOf(state.problem).slice(1).join(" ")}
          </Notice>
        )}
        {(state.kind === "waiting" || state.kind === "sending") && (
          <div className="flex items-end gap-4">
            <div className="min-w-0 flex-1">
              <UploadProgress state={state} />
            </div>
            <Button aria-label={`Cancel ${name}`} onPress={onCancel}>
              Cancel
            </Button>
          </div>
        )}
      </section>
    </Panel>
  );
}

function UploadProgress({
  state,
}: {
  readonly state: Extract<ImportRun["state"], { kind: "waiting" | "sending" }>;
}) {
  if (state.kind === "waiting") return <Progress label="Waiting for the file before it" />;
  if (state.share === 1) return <Progress label="Checking and storing" />;
  return <Progress label="Sending" value={Math.round(state.share * 100)} />;
}
