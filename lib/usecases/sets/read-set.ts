import { authorizeSet } from "@/lib/core/access/rules";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { SetSnapshot } from "@/lib/contracts/set";
import { contentsOf } from "@/lib/db/annotation-repository";
import { epochOf, namesOf } from "@/lib/db/live-repository";
import { findSet } from "@/lib/db/set-repository";
import { inTransaction } from "@/lib/db/transaction";
import { accessTo, type Context } from "../context";
import { missingSet } from "./missing-set";
import { toSnapshot } from "./set-view";

/** A set as it stands at one seq. @throws AppError `not_found` also for sets the caller may not see. */
export async function readSet(
  ctx: Context,
  { projectId, setId }: { projectId: ProjectId; setId: SetId },
): Promise<SetSnapshot> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const access = await accessTo(ctx, projectId, tx);
      const set = await findSet(tx, projectId, setId);
      if (set === null) throw await missingSet(ctx, tx, { projectId, setId });
      authorizeSet(access, "set.read", set);
      const contents = await contentsOf(tx, projectId, setId);
      const epoch = await epochOf(tx);
      const names = await namesOf(tx, authorsOf(contents));
      return toSnapshot(set, contents, { epoch, people: [...names].map(([id, name]) => ({ id, name })) });
    },
    { isolation: "RepeatableRead" },
  );
}

function authorsOf({
  annotations,
  relations,
}: Pick<AnnotationSet, "annotations" | "relations">): readonly UserId[] {
  const authors = [...annotations.values(), ...relations.values()].map(({ createdBy }) => createdBy);
  return [...new Set(authors)].filter((author) => author !== null);
}
