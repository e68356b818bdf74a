import type { Access } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import { attributeColumns, type AttributeColumns } from "@/lib/core/exchange/attribute-columns";
import { MisquotedError, trainingRow, type TrainingSource } from "@/lib/core/exchange/training-row";
import type { Database } from "@/lib/db/client";
import { schemasOf, trainingSources, type TrainingSelection } from "@/lib/db/export-repository";
import { readSnapshot } from "@/lib/db/snapshot";
import { joinedBytes } from "./joined-bytes";

/**
 * The training form of a project, as its database stands when the first bytes are asked for.
 * @throws AppError `corrupt`, naming the annotation, where a row does not hold: nothing after it is written.
 */
export function trainingBytes(
  db: Database,
  access: Access,
  selection: TrainingSelection,
): AsyncGenerator<Uint8Array> {
  return joinedBytes(
    readSnapshot(db, async function* (snapshot) {
      const columns = attributeColumns(await schemasOf(snapshot, access.projectId));
      for await (const sources of trainingSources(snapshot, access, selection)) {
        for (const source of sources) yield lineOf(source, columns);
      }
    }),
  );
}

function lineOf(source: TrainingSource, columns: AttributeColumns): string {
  try {
    return `${JSON.stringify(trainingRow(source, columns))}\n`;
  } catch (error) {
    if (error instanceof MisquotedError)
      throw new AppError("corrupt", { detail: `The export was stopped. ${error.message}`, cause: error });
    throw error;
  }
}
