import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { worldOf } from "@/lib/testing/world";
import { testDatabase } from "@/lib/testing/test-database";
import { meeting } from "@/lib/testing/meeting";
import type { Tx } from "./client";
import { inLongTransaction, inTransaction, writeOnCondition } from "./transaction";

const db = await testDatabase();
const killer = await testDatabase();
const world = worldOf(db);

const nameOf = async (id: string) => (await db.prisma.user.findUniqueOrThrow({ where: { id } })).name;
const rename = (tx: Tx, id: string, name: string) => tx.user.update({ where: { id }, data: { name } });
const renameRaw = (tx: Tx, id: string, name: string) =>
  tx.$executeRaw`UPDATE "user" SET name = ${name} WHERE id = ${id}::uuid`;

async function killOwnBackend(tx: Tx): Promise<void> {
  const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  await killer.pool.query("SELECT pg_terminate_backend($1)", [backend?.pid]);
}

describe("inTransaction", () => {
  it("keeps all of it or nothing", async () => {
    const id = await world.person("before");
    const work = inTransaction(db, async (tx) => {
      await rename(tx, id, "after");
      throw new AppError("conflict");
    });
    await expect(work).rejects.toMatchObject({ code: "conflict" });
    expect(await nameOf(id)).toBe("before");
  });

  it.each([
    ["a query of Prisma's", rename],
    ["raw SQL", renameRaw],
  ])(
    "starts again when another was faster than %s, and then sees what the other did",
    async (_what, write) => {
      const id = await world.person("0");
      let attempts = 0;
      await inTransaction(
        db,
        async (tx) => {
          attempts += 1;
          const { name } = await tx.user.findUniqueOrThrow({ where: { id } });
          if (attempts === 1) await rename(db.prisma, id, "10");
          await write(tx, id, String(Number(name) + 1));
        },
        { isolation: "RepeatableRead" },
      );
      expect(attempts).toBe(2);
      expect(await nameOf(id)).toBe("11");
    },
  );

  it("starts again when the database finds out at COMMIT that two have read what the other wrote", async () => {
    const [a, b] = [await world.person("before"), await world.person("before")];
    const meet = meeting(2);
    let attempts = 0;
    const write = (id: string) =>
      inTransaction(db, async (tx) => {
        attempts += 1;
        await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`;
        await tx.user.findMany({ where: { id: { in: [a, b] } } });
        await rename(tx, id, "after");
        await meet();
      });
    await Promise.all([write(a), write(b)]);
    expect(attempts).toBe(3);
    expect([await nameOf(a), await nameOf(b)]).toEqual(["after", "after"]);
  });

  it("starts again when it was chosen to end a deadlock", async () => {
    const [a, b] = [await world.person("before"), await world.person("before")];
    const meet = meeting(2);
    let attempts = 0;
    const write = (first: string, second: string, name: string) =>
      inTransaction(db, async (tx) => {
        attempts += 1;
        await tx.$executeRaw`SET LOCAL deadlock_timeout = '20ms'`;
        await rename(tx, first, name);
        await meet();
        await rename(tx, second, name);
      });
    await Promise.all([write(a, b, "one"), write(b, a, "other")]);
    expect(attempts).toBe(3);
    expect(await nameOf(a)).toBe(await nameOf(b));
  });

  it("loses no increment of twenty that run at once", async () => {
    const id = await world.person("0");
    const increment = () =>
      inTransaction(
        db,
        async (tx) => {
          await tx.$queryRaw`SELECT FROM "user" WHERE id = ${id}::uuid FOR UPDATE`;
          const { name } = await tx.user.findUniqueOrThrow({ where: { id } });
          await rename(tx, id, String(Number(name) + 1));
        },
        { timeoutMs: 10_000 },
      );
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await nameOf(id)).toBe("20");
  });

  it("gives up in the end, and says that it was busy", async () => {
    const id = await world.person("0");
    let attempts = 0;
    const work = inTransaction(
      db,
      async (tx) => {
        attempts += 1;
        await tx.user.findUniqueOrThrow({ where: { id } });
        await rename(db.prisma, id, `other ${attempts}`);
        await rename(tx, id, "mine");
      },
      { isolation: "RepeatableRead" },
    );
    await expect(work).rejects.toMatchObject({ code: "busy", retryAfterSeconds: 2 });
    expect(attempts).toBe(6);
  });

  it("repeats after a lost connection only what is harmless to repeat", async () => {
    const id = await world.person("0");
    const work = (attempts: { count: number }, repeatable: boolean) =>
      inTransaction(
        db,
        async (tx) => {
          attempts.count += 1;
          if (attempts.count === 1) await killOwnBackend(tx);
          await rename(tx, id, `attempt ${attempts.count}`);
        },
        { repeatable },
      );
    const once = { count: 0 };
    await expect(work(once, false)).rejects.toMatchObject({ code: "db_unavailable" });
    expect(once.count).toBe(1);
    const twice = { count: 0 };
    await work(twice, true);
    expect(twice.count).toBe(2);
    expect(await nameOf(id)).toBe("attempt 2");
  });

  it("gets what may be repeated through right after every connection was killed", async () => {
    const id = await world.person("0");
    const kill = () => inTransaction(db, killOwnBackend).catch(() => undefined);
    await Promise.all(Array.from({ length: 20 }, kill));
    const reads = Array.from({ length: 20 }, () =>
      inTransaction(db, (tx) => tx.user.findUnique({ where: { id } }), { repeatable: true }),
    );
    await expect(Promise.all(reads)).resolves.toHaveLength(20);
  });
});

describe("writeOnCondition", () => {
  /** Adds one to the number that a person's name is, if it still is what was read. */
  const increment = (
    id: string,
    beforeWriting: (attempt: number) => Promise<void> = () => Promise.resolve(),
  ) => {
    let attempts = 0;
    return writeOnCondition(db, {
      attempt: async (queries) => {
        attempts += 1;
        const [read] = await queries.$queryRaw<
          { name: string }[]
        >`select name from "user" where id = ${id}::uuid`;
        await beforeWriting(attempts);
        const moved = await queries.$executeRaw`
          update "user" set name = ${String(Number(read?.name) + 1)} where id = ${id}::uuid and name = ${read?.name}`;
        return moved === 0 ? null : attempts;
      },
      lock: async (tx) => {
        await tx.$queryRaw`select from "user" where id = ${id}::uuid for update`;
      },
    });
  };

  it("writes at once where nobody else does", async () => {
    const id = await world.person("0");
    expect(await increment(id)).toBe(1);
    expect(await nameOf(id)).toBe("1");
  });

  it("goes again behind the lock when it was overtaken, and builds on what the other wrote", async () => {
    const id = await world.person("0");
    const attempts = await increment(id, async (attempt) => {
      if (attempt === 1) await rename(db.prisma, id, "10");
    });
    expect(attempts).toBe(2);
    expect(await nameOf(id)).toBe("11");
  });

  it("loses no increment of twenty that run at once", async () => {
    const id = await world.person("0");
    await Promise.all(Array.from({ length: 20 }, () => increment(id)));
    expect(await nameOf(id)).toBe("20");
  });

  it("leaves no transaction open when it fails behind the lock", async () => {
    const id = await world.person("0");
    const work = increment(id, async (attempt) => {
      if (attempt === 1) await rename(db.prisma, id, "10");
      else throw new AppError("conflict");
    });
    await expect(work).rejects.toMatchObject({ code: "conflict" });
    await rename(db.prisma, id, "20");
    expect(await nameOf(id)).toBe("20");
  });
});

describe("inLongTransaction", () => {
  it("takes nothing more once it has ended, lest it be written outside of it", async () => {
    const id = await world.person("before");
    const leftovers: (() => Promise<unknown>)[] = [];
    const work = inLongTransaction(db, async (tx) => {
      const renameTo = (name: string) =>
        tx.$executeRaw`update "user" set name = ${name} where id = ${id}::uuid`;
      leftovers.push(() => renameTo("later"));
      await renameTo("after");
      throw new AppError("conflict");
    });
    await expect(work).rejects.toMatchObject({ code: "conflict" });
    for (const leftover of leftovers) await expect(leftover()).rejects.toThrow("has ended");
    expect(await nameOf(id)).toBe("before");
  });
});
