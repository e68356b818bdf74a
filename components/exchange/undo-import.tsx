"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { countOf } from "@/components/ui/format-count";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/show-toast";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { ImportRun } from "./use-imports";

interface MadeByImport {
  readonly projectId: string;
  readonly createdAt: string;
}

/** Moves what an import made to the trash, and back. */
export interface UndoImportActions {
  readonly trash: (
    made: MadeByImport,
  ) => Promise<ActionResult<{ readonly moved: number; readonly trashedAt: string }>>;
  readonly restore: (
    made: MadeByImport & { readonly trashedAt: string },
  ) => Promise<ActionResult<{ readonly moved: number }>>;
}

export interface UndoImportProps extends UndoImportActions {
  readonly projectId: string;
  readonly run: ImportRun;
}

type Where =
  { readonly at: "in use" } | { readonly at: "in trash"; readonly trashedAt: string; readonly moved: number };

/** An import begins as soon as a file is dropped; so what it has made can be taken back, and brought back again. */
export function UndoImport({ projectId, run, trash, restore }: UndoImportProps) {
  const router = useRouter();
  const [where, setWhere] = useState<Where>({ at: "in use" });
  const [isBusy, setIsBusy] = useState(false);
  if (run.state.kind !== "finished" || run.state.report.createdAt === null) return null;
  const { created, createdAt } = run.state.report;
  const made = { projectId, createdAt };

  const settle = async <T,>(asked: Promise<ActionResult<T>>): Promise<T | null> => {
    setIsBusy(true);
    const result = await asked.catch(() => null);
    setIsBusy(false);
    if (result?.ok === true) {
      router.refresh();
      return result.data;
    }
    const description = result?.message ?? "The server could not be reached. Try again.";
    showToast({ tone: "danger", title: "Nothing was moved", description });
    return null;
  };
  const undo = async () => {
    const done = await settle(trash(made));
    if (done === null) return;
    setWhere({ at: "in trash", ...done });
    const title = `${countOf(done.moved, "document")} moved to the trash`;
    showToast({
      title,
      description: run.name,
      action: { label: "Undo", onPress: () => void redo(done.trashedAt) },
    });
  };
  const redo = async (trashedAt: string) => {
    const done = await settle(restore({ ...made, trashedAt }));
    if (done === null) return;
    setWhere({ at: "in use" });
    showToast({ tone: "ok", title: `${countOf(done.moved, "document")} restored`, description: run.name });
  };

  if (where.at === "in use") {
    return (
      <Button className="mt-3" isPending={isBusy} onPress={() => void undo()}>
        <Undo2 aria-hidden />
        Undo: move {created === 1 ? "this document" : `these ${countOf(created, "document")}`} to the trash
      </Button>
    );
  }
  return (
    <Notice className="mt-3" title={`${countOf(where.moved, "document")} moved to the trash.`}>
      <p className="text-soft">
        Lines of a file that name documents in the trash are not taken: restore these before you send the file
        again, or give its lines other external ids.
      </p>
      <Button className="mt-2" isPending={isBusy} onPress={() => void redo(where.trashedAt)}>
        Restore {where.moved === 1 ? "it" : "them"}
      </Button>
    </Notice>
  );
}
