import { permit, type Context } from "../context";
import { OPERATOR } from "@/lib/core/access/actor";
import type { ProjectId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/client";
import { insertDocuments } from "@/lib/db/insert-documents";
import { adoptProjects } from "@/lib/db/membership-repository";
import { insertProject, isWithoutProjects } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { firstAdminOf } from "@/lib/db/user-repository";
import { prepareDocument } from "../documents/prepare-document";
import { insertFirstVersions } from "./insert-first-versions";

/**
 * Makes the project that a newcomer begins with, of whole texts and nothing that they do not state, unless there is, or was, any project. Nobody made it; the first
 * administrator becomes its manager, at once where there is one already.
 * @returns its id, or null where none was needed.
 */
export async function seedSampleProject(
  operator: Context,
  articles: readonly string[],
): Promise<ProjectId | null> {
  const ctx: Context = { ...operator, actor: OPERATOR };
  const seed = async (tx: Tx): Promise<ProjectId | null> => {
    if (!(await isWithoutProjects(tx))) return null;
    const projectId = ctx.newId<"project">();
    const at = ctx.now();
    await insertProject(tx, {
      id: projectId,
      name: "Sample: Venezuela 2019",
      mode: "independent",
      createdBy: null,
      at,
    });
    await insertFirstVersions(ctx, tx, projectId, "claim-actor-stance");
    const documents = articles.map((text) =>
      prepareDocument({ text, meta: { extra: {} } }, { id: ctx.newId<"document">(), createdBy: null, at }),
    );
    await insertDocuments(tx, await permit(ctx, projectId, "document.write", tx), documents);
    const admin = await firstAdminOf(tx);
    if (admin !== null) await adoptProjects(tx, admin, at);
    return projectId;
  };
  // At the first start of a slow machine, or behind another process that does the same.
  return inTransaction(ctx.db, seed, { timeoutMs: 60_000 });
}
