import type { ProjectId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { importDocuments, type ImportInput } from "@/lib/usecases/exchange/import-documents";
import { uploadOf } from "./uploads";
import { contextOf, worldOf } from "./world";

/** Values as a file of JSON lines. */
export const jsonLinesOf = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

export function importInput(projectId: ProjectId, content: string | Uint8Array): ImportInput {
  return {
    projectId,
    format: "jsonl",
    onDuplicate: "skip",
    strict: false,
    name: null,
    ...uploadOf(content),
  };
}

/** An empty project, its manager who brings files, and what they have become. */
export async function importDesk(db: Database) {
  const world = worldOf(db);
  const projectId = await world.project();
  const manager = await world.member(projectId, "manager");
  return {
    projectId,
    manager,
    bring: (content: string | Uint8Array, how: Partial<ImportInput> = {}) =>
      importDocuments(contextOf(db, manager), { ...importInput(projectId, content), ...how }),
    documents: () =>
      db.prisma.document.findMany({
        where: { projectId },
        orderBy: { id: "asc" },
        include: { sets: { include: { annotations: { orderBy: { startAt: "asc" } } } } },
      }),
  };
}
