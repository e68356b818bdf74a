import { authorizeSet, canWithSet, type SetAction, type SetPermit } from "@/lib/core/access/rules";
import { mentionsIn } from "@/lib/core/discussion/mentions";
import { AppError } from "@/lib/core/errors";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { ThreadView } from "@/lib/contracts/thread";
import type { SqlQueries } from "@/lib/db/client";
import { findSet, type StoredSet } from "@/lib/db/set-repository";
import { membersOf, threadsOf, type StoredThread } from "@/lib/db/thread-repository";
import { accessTo, type Context } from "../context";

export interface SetAddress {
  readonly projectId: ProjectId;
  readonly setId: SetId;
}

/** The set and the right to speak about it. @throws AppError `not_found` for sets that the caller may not see */
export async function permitOnSet<A extends SetAction>(
  ctx: Context,
  queries: SqlQueries,
  { projectId, setId }: SetAddress,
  action: A,
): Promise<{ readonly set: StoredSet; readonly allowed: SetPermit<A> }> {
  const access = await accessTo(ctx, projectId, queries);
  const set = await findSet(queries, projectId, setId);
  if (set === null) throw new AppError("not_found");
  return { set, allowed: authorizeSet(access, action, set) };
}

/** Whom a text speaks to, among those who may see the set: nobody learns of a set by being mentioned. */
export async function mentionsAbout(
  queries: SqlQueries,
  projectId: ProjectId,
  set: StoredSet,
  text: string,
): Promise<readonly UserId[]> {
  const members = await membersOf(queries, projectId);
  const mayKnow = members.filter(({ id, role }) =>
    canWithSet({ actor: { userId: id, isAdmin: false, limits: null }, projectId, role }, "set.read", set),
  );
  return mentionsIn(text, mayKnow);
}

export async function threadViews(
  ctx: Context,
  queries: SqlQueries,
  address: SetAddress,
): Promise<{ readonly items: readonly ThreadView[] }> {
  return {
    items: (await threadsOf(queries, { ...address, reader: ctx.actor.userId })).map(toView),
  };
}

function toView({ start, end, quote, resolver, resolvedAt, ...thread }: StoredThread): ThreadView {
  return {
    id: thread.id,
    setId: thread.setId,
    annotationId: thread.annotationId,
    span: start === null || end === null || quote === null ? null : { start, end, quote },
    section: thread.section,
    resolved: resolvedAt === null ? null : { by: resolver, at: resolvedAt },
    comments: thread.comments,
    isUnread: thread.isUnread,
  };
}
