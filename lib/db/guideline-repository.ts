import type { Permit } from "@/lib/core/access/rules";
import type { ProjectId } from "@/lib/core/ids";
import type { SqlQueries, Tx } from "./client";

/** How to annotate, in markdown. */
export interface Guideline {
  readonly version: number;
  readonly markdown: string;
}

/** The guideline as it stands. @throws RangeError for a project without one, which no project is. */
export async function currentGuideline(queries: SqlQueries, projectId: ProjectId): Promise<Guideline> {
  const [row] = await queries.$queryRaw<Guideline[]>`
    select version, markdown from guideline_version where project_id = ${projectId}::uuid order by version desc limit 1`;
  if (row === undefined) throw new RangeError(`project ${projectId} has no guideline`);
  return row;
}

export async function insertGuideline(
  tx: Tx,
  permit: Permit<"guideline.write">,
  { version, markdown }: Guideline,
  at: Date,
): Promise<void> {
  const { projectId, actorId } = permit;
  await tx.guidelineVersion.create({
    data: { projectId, version, markdown, createdBy: actorId, createdAt: at },
  });
}
