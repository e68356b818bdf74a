import type { ExportQuery } from "@/lib/contracts/exchange";
import { authorize } from "@/lib/core/access/rules";
import type { ProjectId } from "@/lib/core/ids";
import { accessTo, type Context } from "../context";
import { archiveBytes } from "./archive-bytes";
import { Gate } from "./gate";
import { trainingBytes } from "./training-bytes";

export interface ExportInput extends ExportQuery {
  readonly projectId: ProjectId;
}

/** A file that is made while it is read. Whoever stops reading must say so by `bytes.return()`. */
export interface ExportFile {
  /** What to call it. */
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

const gate = new Gate({ inAll: 4, perPerson: 2 });

/**
 * A project as a file of what the caller may see, from one snapshot, made as fast as it is read and no faster.
 * @throws AppError `not_found`, `forbidden` (an archive, to all but managers); while it is read, `rate_limited` and
 * `overloaded` at its beginning, and `corrupt` where a row does not hold.
 */
export async function exportProject(
  ctx: Context,
  { projectId, format, sets, state, include, people }: ExportInput,
): Promise<ExportFile> {
  const access = await accessTo(ctx, projectId);
  authorize(access, format === "archive" ? "project.archive" : "project.export");
  const bytes =
    format === "archive"
      ? archiveBytes(ctx.db, projectId, people)
      : trainingBytes(ctx.db, access, {
          sets,
          states: state ?? null,
          unannotated: include === "unannotated",
        });
  const name = format === "archive" ? "triptych-archive.jsonl" : "triptych.jsonl";
  return { name, type: "application/x-ndjson", bytes: oneOfFew(bytes, ctx.actor.userId) };
}

/** Takes a place when reading begins, and gives it back when it ends, however it ends. */
async function* oneOfFew<T>(values: AsyncGenerator<T>, person: string | null): AsyncGenerator<T> {
  const leave = gate.enter(person);
  try {
    yield* values;
  } finally {
    leave();
  }
}
