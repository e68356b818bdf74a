import type { Access, Actor } from "@/lib/core/access/actor";
import { authorize, type Permit, type ProjectAction } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { Id, ProjectId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { Presence } from "@/lib/core/live/presence";
import type { Database, SqlQueries } from "@/lib/db/client";
import { roleIn, type Place } from "@/lib/db/membership-repository";

/** What every use case is given: who asks, what time it is, new ids, the database. */
export interface Context {
  readonly actor: Actor;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: <K extends string>() => Id<K>;
  readonly db: Database;
  /** Tells whoever follows the document, in every process, to look again. Call it after the commit; it never waits. */
  readonly announce: (changed: DocumentKey) => void;
  /** Shows whoever follows the document, in every process, where the actor is. Lossy: it may not arrive. */
  readonly show: (presence: Presence) => void;
}

/** What the database says of the actor in a project that is in use; inside a transaction, pass it as `queries`. */
export async function accessTo(
  ctx: Context,
  projectId: ProjectId,
  queries: SqlQueries = ctx.db.prisma,
  place: Place = "in use",
): Promise<Access> {
  const { actor } = ctx;
  return { actor, projectId, role: await roleIn(queries, projectId, actor.userId, place) };
}

/**
 * Loads the actor's role and asks for `action`.
 * @throws AppError `not_found` for other people's projects, `forbidden` for members without the right.
 */
export async function permit<A extends ProjectAction>(
  ctx: Context,
  projectId: ProjectId,
  action: A,
  queries?: SqlQueries,
): Promise<Permit<A>> {
  return authorize(await accessTo(ctx, projectId, queries), action);
}

/** The id of the signed-in person. @throws AppError `forbidden` at the command line, where nobody is. */
export function personOf(ctx: Context): NonNullable<Actor["userId"]> {
  if (ctx.actor.userId === null) throw new AppError("forbidden");
  return ctx.actor.userId;
}
