import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { Database } from "./client";
import { deleteWithDependents } from "./delete-with-dependents";
import { inPlainTransaction } from "./plain-transaction";

/** What lies in the trash since `before` or longer; of one project, or of all. */
export interface OldTrash {
  readonly projectId: ProjectId | null;
  readonly before: Date;
}

export interface TrashedDocument {
  readonly projectId: ProjectId;
  readonly id: DocumentId;
}

/** Rows that are gone, by table. */
export type Gone = ReadonlyMap<string, number>;

export async function findOldProjects({ prisma }: Database, trash: OldTrash): Promise<readonly ProjectId[]> {
  const rows = await prisma.project.findMany({
    where: {
      deletedAt: { lte: trash.before },
      ...(trash.projectId === null ? {} : { id: trash.projectId }),
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id as ProjectId);
}

/** Some of the documents; ask again when these are gone. */
export async function findOldDocuments(
  { prisma }: Database,
  trash: OldTrash,
): Promise<readonly TrashedDocument[]> {
  const rows = await prisma.document.findMany({
    where: {
      deletedAt: { lte: trash.before },
      ...(trash.projectId === null ? {} : { projectId: trash.projectId }),
    },
    select: { projectId: true, id: true },
    take: 500,
  });
  return rows.map((row) => ({ projectId: row.projectId as ProjectId, id: row.id as DocumentId }));
}

/** Deletes a project for good, with everything in it. Nothing is gone where somebody has taken it out of the trash. */
export async function deleteOldProject(db: Database, projectId: ProjectId, before: Date): Promise<Gone> {
  return deleteOld(db, "project", { id: projectId }, before);
}

/** Deletes a document for good, with every set on it. */
export async function deleteOldDocument(
  db: Database,
  { projectId, id }: TrashedDocument,
  before: Date,
): Promise<Gone> {
  return deleteOld(db, "document", { project_id: projectId, id }, before);
}

async function deleteOld(
  db: Database,
  table: "project" | "document",
  key: Readonly<Record<string, string>>,
  before: Date,
): Promise<Gone> {
  return inPlainTransaction(db, "BEGIN", async (client) => {
    const values = Object.values(key);
    const own = Object.keys(key).map((column, index) => `${column} = $${index + 1}::uuid`);
    const { rowCount } = await client.query(
      `select from ${table} where ${own.join(" and ")} and deleted_at <= $${values.length + 1} for update`,
      [...values, before],
    );
    return rowCount === 0 ? new Map() : deleteWithDependents(client, table, key);
  });
}
