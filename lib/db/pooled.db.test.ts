import { afterAll, describe, expect, it } from "vitest";
import { ACTS } from "@/lib/testing/chaos/acts";
import { convergeOn } from "@/lib/testing/chaos/convergence";
import { AppProcess } from "@/lib/testing/chaos/process";
import { testDatabaseUrl } from "@/lib/testing/test-database";
import { openTransactionPooler } from "@/lib/testing/transaction-pooler";
import { connect, type ConnectOptions } from "./client";
import { listen } from "./listen";
import { preparedOn } from "./prepared";

const url = await testDatabaseUrl();
const direct = connect(url, { maxConnections: 4 });
afterAll(() => direct.close());

async function aPooler() {
  const pooler = await openTransactionPooler(url);
  const through = (options: ConnectOptions) => connect(pooler.urlOf(url), { maxConnections: 4, ...options });
  return { ...pooler, through };
}

describe("behind a pooler that lends connections for a transaction at a time", () => {
  it.each(Object.entries(ACTS))("%s asks nothing that outlasts one", async (_name, prepare) => {
    const { through, complaints, close } = await aPooler();
    const pooled = through({ isPooled: true });
    try {
      const { ctx, act, isDone } = await prepare(direct);
      await act({ ...ctx, db: pooled });
      expect(await isDone()).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await pooled.close();
      await close();
    }
  });

  it("people work together all the same, hearing of each other by the direct way", async () => {
    const { urlOf, complaints, close } = await aPooler();
    const hosts = [1, 2].map(() => new AppProcess(urlOf(url), { directUrl: url }));
    try {
      await convergeOn({ db: direct, url, hosts }, 4);
      expect(complaints).toEqual([]);
      expect(hosts.map(({ live }) => live.isHearing())).toEqual([true, true]);
    } finally {
      await Promise.all(hosts.map((host) => host.close()));
      await close();
    }
  }, 60_000);

  it("whoever was not told of it is stopped at once: by settings, by names, by listening", async () => {
    const { urlOf, through, complaints, close } = await aPooler();
    const untold = through({});
    const pooled = through({ isPooled: true });
    const deaf = { onPayload: () => undefined, onLost: () => undefined };
    await expect(untold.pool.query("SELECT 1")).rejects.toThrow();
    await expect(preparedOn({ isPooled: false }, pooled.quick).$queryRaw`select 1`).rejects.toThrow();
    await expect(listen(urlOf(url), "anything", deaf)).rejects.toThrow();
    expect(complaints).toEqual([
      "at connecting: statement_timeout",
      "prepared by name: select 1",
      'outlasts a transaction: LISTEN "anything"',
    ]);
    await Promise.all([untold.close(), pooled.close()]);
    await close();
  });
});
