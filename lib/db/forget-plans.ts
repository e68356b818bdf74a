import type { SqlQueries } from "./client";

/** From so many rows at once on, a table may outgrow the plans made for it. */
const BULK = 50;

/**
 * Call it before storing `rows` rows. A connection checks foreign keys by a plan it keeps, made when it first met the
 * table they lead to: one that was nearly empty then is read whole for each new row, until the database's own upkeep comes
 * by a minute later. (20,000 documents into a new database: over a minute, against 4 seconds.) Planning anew costs nothing.
 */
export async function forgetPlans(tx: SqlQueries, rows: number): Promise<void> {
  if (rows >= BULK) await tx.$executeRaw`discard plans`;
}
