import type { ImportReport } from "@/lib/contracts/exchange";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { isEmpty, setWithoutItsLog } from "@/lib/db/archive-writer";
import type { Tx } from "@/lib/db/client";
import { beginImport } from "@/lib/db/import-repository";
import { lockProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";
import { archiveLines } from "./archive-lines";
import { ArchiveLoader } from "./archive-loader";
import { archiveFault } from "./archive-fault";
import { enterImport } from "./import-gate";
import { refuseUnreadable } from "./refuse-unreadable";
import { refuseHangUp, spool, type Spool, type Upload } from "./spool";

export interface ArchiveInput extends Upload {
  readonly projectId: ProjectId;
}

export const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024 * 1024;
const TIMEOUT_MS = 60 * 60 * 1000;

/**
 * Fills an empty project with an archive: every document, set and operation under its own id, the annotations made anew
 * from the logs. Exported again, it gives the same bytes. All of it or nothing.
 * @throws AppError `not_empty`, `truncated`, `empty_file`, `binary_file`, `invalid` for a damaged archive, `not_found`, `forbidden`
 */
export async function importArchive(ctx: Context, input: ArchiveInput): Promise<ImportReport> {
  await permit(ctx, input.projectId, "project.archive");
  const leave = enterImport(ctx.actor.userId);
  try {
    const upload = await spool(input, { bytes: MAX_ARCHIVE_BYTES, beyond: "too_large" });
    try {
      await refuseUnreadable(upload, "archive");
      const created = await inTransaction(ctx.db, (tx) => load(tx, ctx, input, upload), {
        timeoutMs: TIMEOUT_MS,
      });
      return {
        state: "done",
        created,
        updated: 0,
        unchanged: 0,
        skipped: 0,
        annotationsNotTaken: 0,
        failed: 0,
        offsetUnit: "codepoint",
        createdAt: null,
        errors: [],
      };
    } finally {
      await upload.close();
    }
  } finally {
    leave();
  }
}

async function load(tx: Tx, ctx: Context, input: ArchiveInput, upload: Spool): Promise<number> {
  const { projectId } = input;
  const archive = await permit(ctx, projectId, "project.archive", tx);
  const documents = await permit(ctx, projectId, "document.write", tx);
  await beginImport(tx, documents);
  await lockProject(tx, projectId);
  if (!(await isEmpty(tx, projectId))) {
    throw new AppError("not_empty", {
      detail: "An archive goes into an empty project only. Create a new project for it.",
    });
  }
  const loader = new ArchiveLoader(ctx, tx, archive, documents);
  for await (const line of archiveLines(upload)) {
    refuseHangUp(input);
    await loader.take(line);
  }
  const count = await loader.finish();
  const unfinished = await setWithoutItsLog(tx, projectId);
  if (unfinished !== null) throw archiveFault(0, `The log of set ${unfinished} is not whole.`);
  refuseHangUp(input);
  return count;
}
