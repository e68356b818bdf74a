import { afterAll, describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import { connect, type Database } from "@/lib/db/client";
import { verifyInstallation } from "@/lib/usecases/installation/verify";
import { failingDatabase, FAILURES } from "../failing-database";
import { contextOf } from "../world";
import { testDatabaseUrl } from "../test-database";
import { ACTS } from "./acts";

const MOST_CALLS = 60;

/**
 * For each of these acts: whichever call to the database fails, and however, all of it was done or nothing, and it can
 * be done again.
 */
export async function describeActs(names: readonly (keyof typeof ACTS)[]): Promise<void> {
  const url = await testDatabaseUrl();
  const sound = connect(url, { maxConnections: 3 });
  const failing = failingDatabase(url);
  afterAll(() => Promise.all([sound.close(), failing.close()]));

  describe.each(names)("%s", (name) => {
    it.each(FAILURES)(
      "leaves all or nothing whichever call to the database fails (%s), and can be done again",
      async (how) => {
        const prepare = ACTS[name] ?? (() => Promise.reject(new RangeError(`no act ${name}`)));
        let nth = 1;
        for (; nth <= MOST_CALLS; nth++) {
          const { ctx, act, isDone, isPiecemeal = false } = await prepare(sound);
          const before = await everythingIn(sound);
          failing.failAt(nth, how);
          const end = await endOf(act({ ...ctx, db: failing }));
          const where = `call ${nth}, ${how}, ended ${end}`;
          const done = await isDone();
          if (end === "done") expect([where, done]).toEqual([where, true]);
          else if (!isPiecemeal && !done) expect([where, await everythingIn(sound)]).toEqual([where, before]);
          if (!failing.hasFailed()) break;
          if (!done) expect([where, await endOf(act({ ...ctx, db: failing }))]).toEqual([where, "done"]);
          expect([where, await isDone()]).toEqual([where, true]);
        }
        expect((await verifyInstallation(contextOf(sound, OPERATOR))).problems).toEqual([]);
        expect(nth).toBeGreaterThan(1);
        expect(nth).toBeLessThanOrEqual(MOST_CALLS);
      },
      240_000,
    );
  });
}

/** Every row there is, as one text. */
async function everythingIn({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  const sums = rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`,
  );
  return JSON.stringify((await pool.query(`${sums.join(" UNION ALL ")} ORDER BY name`)).rows);
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
