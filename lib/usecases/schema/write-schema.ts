import { permit, type Context } from "../context";
import { requireCurrentVersion } from "../require-current-version";
import { AppError, type Fault } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { checkChange } from "@/lib/core/schema/check-change";
import { checkSchema } from "@/lib/core/schema/check-schema";
import type { Schema } from "@/lib/core/schema/schema";
import { lockProject } from "@/lib/db/project-repository";
import { currentSchema, insertSchema } from "@/lib/db/schema-repository";
import { inTransaction } from "@/lib/db/transaction";

export interface WriteSchemaInput {
  readonly projectId: ProjectId;
  /** The version that was read and changed; null where the caller did not say. */
  readonly basedOn: number | null;
  readonly schema: Omit<Schema, "version">;
}

/**
 * Makes the next version of the schema.
 * @throws AppError `version_required`, `stale_version` when somebody else was faster, `already_exists` for two labels of
 * the same name, `invalid` for whatever else contradicts itself or takes away what annotations may refer to.
 */
export async function writeSchema(
  ctx: Context,
  { projectId, basedOn, schema }: WriteSchemaInput,
): Promise<Schema> {
  return inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "schema.write", tx);
    await lockProject(tx, projectId);
    const before = await currentSchema(tx, projectId);
    requireCurrentVersion(basedOn, before.version);
    const after = { ...schema, version: before.version + 1 };
    refuse([...checkSchema(after), ...checkChange(before, after)]);
    await insertSchema(tx, allowed, after, ctx.now());
    return after;
  });
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const onlyNames = faults.every(({ code }) => code === "duplicate_name");
  throw new AppError(onlyNames ? "already_exists" : "invalid", {
    faults,
    detail: faults.map(({ message }) => message).join(" "),
  });
}
