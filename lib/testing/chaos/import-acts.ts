import type { Database } from "@/lib/db/client";
import { restoreImport } from "@/lib/usecases/documents/restore-import";
import { trashImport } from "@/lib/usecases/documents/trash-import";
import { importDocuments } from "@/lib/usecases/exchange/import-documents";
import { importInput, jsonLinesOf } from "../import-desk";
import { aDesk, type Acts } from "./act";

/** Acts upon what one import has made. */
export const IMPORT_ACTS: Acts = {
  trashImport: async (db) => {
    const { ctx, made, countMade } = await anImport(db);
    return {
      ctx,
      act: (on) => trashImport(on, made),
      isDone: async () => (await countMade({ deletedAt: { not: null }, search: null })) === 2,
    };
  },
  restoreImport: async (db) => {
    const { ctx, made, countMade } = await anImport(db);
    const { trashedAt } = await trashImport(ctx, made);
    return {
      ctx,
      act: (on) => restoreImport(on, { ...made, trashedAt: new Date(trashedAt) }),
      isDone: async () => (await countMade({ deletedAt: null, search: { isNot: null } })) === 2,
    };
  },
};

async function anImport(db: Database) {
  const { ctx, projectId } = await aDesk(db);
  const file = jsonLinesOf({ text: "One." }, { text: "Two." });
  const { createdAt } = await importDocuments(ctx, importInput(projectId, file));
  const { userId } = ctx.actor;
  return {
    ctx,
    made: { projectId, createdAt: new Date(createdAt ?? "") },
    countMade: (where: object) =>
      db.prisma.document.count({ where: { projectId, createdBy: userId, ...where } }),
  };
}
