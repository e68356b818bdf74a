import type { ProjectId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import type { Context } from "@/lib/usecases/context";
import { BICYCLE } from "../annotation-builders";
import { contextOf, worldOf } from "../world";

/** Something that somebody does once, and how to see that it was done. */
export interface Act {
  readonly ctx: Context;
  readonly act: (ctx: Context) => Promise<unknown>;
  readonly isDone: () => Promise<boolean>;
  /** Done in several transactions, each of which is whole. */
  readonly isPiecemeal?: boolean;
}

export type Acts = Readonly<Record<string, (db: Database) => Promise<Act>>>;

export const isSome = (count: Promise<number>): Promise<boolean> => count.then((found) => found > 0);

/** A project of the preset with one document, and its manager. */
export async function aDesk(db: Database) {
  const world = worldOf(db);
  const projectId: ProjectId = await world.project();
  const documentId = await world.document(projectId, BICYCLE);
  const ctx = contextOf(db, await world.member(projectId, "manager"));
  return { ctx, projectId, documentId };
}
