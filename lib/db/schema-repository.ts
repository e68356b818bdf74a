import type { Permit } from "@/lib/core/access/rules";
import type { ProjectId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import type { SqlQueries, Tx } from "./client";
import type { Prisma } from "./generated/client";

/** The schema as it stands. @throws RangeError for a project without one, which no project is. */
export async function currentSchema(queries: SqlQueries, projectId: ProjectId): Promise<Schema> {
  const [row] = await queries.$queryRaw<{ version: number; body: Prisma.JsonValue }[]>`
    select version, body from schema_version where project_id = ${projectId}::uuid order by version desc limit 1`;
  if (row === undefined) throw new RangeError(`project ${projectId} has no schema`);
  return toSchema(row);
}

/** The schema as it stood in one version. @throws RangeError for a version that never was. */
export async function schemaAt(queries: SqlQueries, projectId: ProjectId, version: number): Promise<Schema> {
  const rows = await queries.$queryRaw<{ version: number; body: Prisma.JsonValue }[]>`
    select version, body from schema_version where project_id = ${projectId}::uuid and version = ${version}`;
  const row = rows[0];
  if (row === undefined) throw new RangeError(`project ${projectId} has no schema version ${version}`);
  return toSchema(row);
}

/** Stores a version of the schema, and the keys by which annotations refer to it. */
export async function insertSchema(
  tx: Tx,
  permit: Permit<"schema.write">,
  schema: Schema,
  at: Date,
): Promise<void> {
  const { projectId, actorId } = permit;
  const { version, ...body } = schema;
  await tx.schemaVersion.create({
    data: {
      projectId,
      version,
      body: body as unknown as Prisma.InputJsonObject,
      createdBy: actorId,
      createdAt: at,
    },
  });
  await tx.label.createMany({
    data: schema.labels.map(({ key }) => ({ projectId, key })),
    skipDuplicates: true,
  });
  await tx.relationType.createMany({
    data: schema.relationTypes.map(({ key }) => ({ projectId, key })),
    skipDuplicates: true,
  });
}

/** Only `insertSchema` writes there, and only what was checked. */
function toSchema(row: { readonly version: number; readonly body: unknown }): Schema {
  return { ...(row.body as Omit<Schema, "version">), version: row.version };
}
