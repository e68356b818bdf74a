"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { LeaveGuard } from "@/components/ui/leave-guard";
import { ImportOptions, type ImportChoices } from "./import-options";
import { ImportRunPanel } from "./import-run-panel";
import { UndoImport, type UndoImportActions } from "./undo-import";
import { useImports } from "./use-imports";

export interface ImportDocumentsProps extends UndoImportActions {
  readonly projectId: string;
}

/** Takes files into a project: JSONL with an article a line, plain texts, or an archive of a whole project. */
export function ImportDocuments({ projectId, trash, restore }: ImportDocumentsProps) {
  const router = useRouter();
  const [choices, setChoices] = useState<ImportChoices>({ onDuplicate: "skip", strict: false });
  const { runs, isRunning, start, cancel } = useImports(projectId, () => router.refresh());
  return (
    <div className="flex flex-col gap-6">
      <LeaveGuard isDirty={isRunning}>Files that are still on their way would be cancelled.</LeaveGuard>
      <ImportOptions choices={choices} onChange={setChoices} />
      <FileDrop
        label="Drop JSONL or text files here"
        description="One article a line in .jsonl, or one article a file in .txt. UTF-8."
        accept={[".jsonl", ".ndjson", ".json", ".txt"]}
        allowsMultiple
        onFiles={(files) => start(files, choices)}
      />
      {runs.length > 0 && (
        <section aria-labelledby="import-runs" className="flex flex-col gap-3">
          <h2 id="import-runs" className="text-lg font-semibold">
            Files
          </h2>
          {runs.map((run) => (
            <ImportRunPanel
              key={run.id}
              run={run}
              onCancel={() => cancel(run.id)}
              undo={<UndoImport projectId={projectId} run={run} trash={trash} restore={restore} />}
            />
          ))}
        </section>
      )}
    </div>
  );
}
