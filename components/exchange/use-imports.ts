"use client";

import { useEffect, useRef, useState } from "react";
import type { ApiProblem } from "@/lib/client/api/api-problem";
import { importFormatOf, type ImportFormat } from "@/lib/client/upload/import-format";
import { uploadFile } from "@/lib/client/upload/upload-file";
import type { ImportReport } from "@/lib/contracts/exchange";
import type { ImportChoices } from "./import-options";

export type ImportState =
  | { readonly kind: "waiting" }
  /** `share` of the file has been sent; at 1 the server stores what it has. */
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "finished"; readonly report: ImportReport }
  | { readonly kind: "failed"; readonly problem: ApiProblem };

export interface ImportRun {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly state: ImportState;
}

/** Sends files one after the other and keeps what became of each. */
export function useImports(projectId: string, onFinished: () => void) {
  const [runs, setRuns] = useState<readonly ImportRun[]>([]);
  const aborts = useRef(new Map<number, AbortController>());
  const queue = useRef(Promise.resolve());
  const nextId = useRef(1);

  // The requests under way: nobody would see what becomes of them.
  useEffect(() => {
    const underWay = aborts.current;
    return () => underWay.forEach((abort) => abort.abort());
  }, []);

  const setState = (id: number, state: ImportState) =>
    setRuns((before) => before.map((run) => (run.id === id ? { ...run, state } : run)));

  const send = async (id: number, file: File, choices: ImportChoices, { signal }: AbortController) => {
    const format = await importFormatOf(file);
    setState(id, { kind: "sending", share: 0 });
    const answer = await uploadFile<ImportReport>({
      path: `/projects/${projectId}/imports?${importQuery(format, file.name, choices)}`,
      file,
      contentType: format === "txt" ? "text/plain" : "application/x-ndjson",
      onProgress: (share) => setState(id, { kind: "sending", share }),
      signal,
    });
    aborts.current.delete(id);
    setState(
      id,
      answer.ok ? { kind: "finished", report: answer.value } : { kind: "failed", problem: answer.problem },
    );
    onFinished();
  };

  const start = (files: readonly File[], choices: ImportChoices) => {
    for (const file of files) {
      const id = nextId.current++;
      const abort = new AbortController();
      aborts.current.set(id, abort);
      setRuns((before) => [{ id, name: file.name, size: file.size, state: { kind: "waiting" } }, ...before]);
      queue.current = queue.current.then(() => send(id, file, choices, abort));
    }
  };

  const isRunning = runs.some(({ state }) => state.kind === "waiting" || state.kind === "sending");
  return { runs, isRunning, start, cancel: (id: number) => aborts.current.get(id)?.abort() };
}

function importQuery(format: ImportFormat, name: string, { onDuplicate, strict }: ImportChoices): string {
  const query = new URLSearchParams({ format });
  if (format !== "archive") query.set("onDuplicate", onDuplicate);
  if (strict && format !== "archive") query.set("strict", "true");
  if (format === "txt") query.set("name", name);
  return query.toString();
}
