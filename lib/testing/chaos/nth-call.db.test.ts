import { afterAll, describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import type { Context } from "@/lib/usecases/context";
import { connect } from "@/lib/db/client";
import { verifyInstallation } from "@/lib/usecases/installation/verify";
import { failingDatabase, FAILURES, type Failure } from "../failing-database";
import { contextOf } from "../world";
import { testDatabaseUrl } from "../test-database";
import { ACTS } from "./acts";

const url = await testDatabaseUrl();
const sound = connect(url, { maxConnections: 3 });
const failing = failingDatabase(url);
afterAll(() => Promise.all([sound.close(), failing.close()]));

const MOST_CALLS = 60;

/** Every row there is, as one text. */
async function everything(): Promise<string> {
  const { rows } = await sound.pool.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  const sums = rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`,
  );
  return JSON.stringify((await sound.pool.query(sums.join(" UNION ALL "))).rows);
}

/** What is expected of an act that failed is said by an `AppError` or stays unexpected; it is never a hang. */
async function endOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    return error instanceof AppError ? error.code : "unexpected";
  }
}

const on = (db: Context["db"], ctx: Context): Context => ({ ...ctx, db });

describe.each(Object.entries(ACTS))("%s", (_name, prepare) => {
  it.each(FAILURES)(
    "leaves all or nothing whichever call to the database fails (%s), and can be done again",
    async (how: Failure) => {
      let nth = 1;
      for (; nth <= MOST_CALLS; nth++) {
        const { ctx, act, isDone, isPiecemeal = false } = await prepare(sound);
        const before = await everything();
        failing.failAt(nth, how);
        const end = await endOf(act(on(failing, ctx)));
        const where = `call ${nth}, ${how}, ended ${end}`;
        const done = await isDone();
        if (end === "done") expect([where, done]).toEqual([where, true]);
        else if (!isPiecemeal && !done) expect([where, await everything()]).toEqual([where, before]);
        if (!failing.hasFailed()) break;
        if (!done) expect([where, await endOf(act(on(failing, ctx)))]).toEqual([where, "done"]);
        expect([where, await isDone()]).toEqual([where, true]);
      }
      expect((await verifyInstallation(contextOf(sound, OPERATOR))).problems).toEqual([]);
      expect(nth).toBeGreaterThan(1);
      expect(nth).toBeLessThanOrEqual(MOST_CALLS);
    },
    120_000,
  );
});
