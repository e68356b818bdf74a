import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { meeting } from "@/lib/testing/meeting";
import { newId, worldOf } from "@/lib/testing/world";
import { testDatabase, testDatabaseUrl } from "@/lib/testing/test-database";
import { classifyError, translateError } from "./classify-error";
import { connect, type Tx } from "./client";
import { withConnection } from "./connection";

const url = await testDatabaseUrl();
const db = connect(url);
const other = await testDatabase();
const world = worldOf(db);

/** What a failing piece of work throws. */
async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => expect.unreachable("should have failed"),
    (error: unknown) => error,
  );
}

const rename = (tx: Tx, id: string, name: string) => tx.user.update({ where: { id }, data: { name } });
const renameRaw = (tx: Tx, id: string, name: string) =>
  tx.$executeRaw`UPDATE "user" SET name = ${name} WHERE id = ${id}::uuid`;

/** One transaction that has read a row, which another has changed meanwhile, before `write` changes it too. */
async function serializationFailure(write: typeof rename | typeof renameRaw): Promise<unknown> {
  const id = await world.person();
  return thrownBy(() =>
    db.prisma.$transaction(
      async (tx) => {
        await tx.user.findUnique({ where: { id } });
        await rename(db.prisma, id, "first");
        await write(tx, id, "second");
      },
      { isolationLevel: "RepeatableRead" },
    ),
  );
}

/** Two transactions that each read what the other writes: the database finds out when the second commits. */
async function failureAtCommit(): Promise<unknown> {
  const [a, b] = [await world.person(), await world.person()];
  const meet = meeting(2);
  const write = (id: string) =>
    db.prisma.$transaction(
      async (tx) => {
        await tx.user.findMany({ where: { id: { in: [a, b] } } });
        await rename(tx, id, "changed");
        await meet();
      },
      { isolationLevel: "Serializable" },
    );
  const ends = await Promise.allSettled([write(a), write(b)]);
  return ends.find((end) => end.status === "rejected")?.reason;
}

async function deadlock(): Promise<unknown> {
  const [a, b] = [await world.person(), await world.person()];
  const meet = meeting(2);
  const write = (first: string, second: string) =>
    db.prisma.$transaction(async (tx) => {
      await rename(tx, first, "first");
      await meet();
      await rename(tx, second, "second");
    });
  const ends = await Promise.allSettled([write(a, b), write(b, a)]);
  return ends.find((end) => end.status === "rejected")?.reason;
}

async function killedBackend(): Promise<unknown> {
  return thrownBy(() =>
    db.prisma.$transaction(async (tx) => {
      const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await other.pool.query("SELECT pg_terminate_backend($1)", [backend?.pid]);
      await tx.user.findFirst();
    }),
  );
}

const cases: readonly (readonly [string, () => Promise<unknown>, object])[] = [
  [
    "a serialization failure in a query of Prisma's",
    () => serializationFailure(rename),
    { retry: "conflict", code: "busy" },
  ],
  [
    "a serialization failure in raw SQL",
    () => serializationFailure(renameRaw),
    { retry: "conflict", code: "busy" },
  ],
  ["a serialization failure at COMMIT", failureAtCommit, { retry: "conflict", code: "busy" }],
  ["a deadlock", deadlock, { retry: "conflict", code: "busy" }],
  [
    "a serialization failure, told by the driver",
    async () => {
      const id = await world.person();
      return thrownBy(() =>
        withConnection(url, async (client) => {
          await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
          await client.query('SELECT FROM "user" WHERE id = $1', [id]);
          await rename(db.prisma, id, "first");
          await client.query(`UPDATE "user" SET name = 'second' WHERE id = $1`, [id]);
        }),
      );
    },
    { retry: "conflict", code: "busy" },
  ],
  [
    "a disk that is full",
    () =>
      thrownBy(() =>
        db.pool.query("DO $$ BEGIN RAISE 'No space left on device' USING ERRCODE = '53100'; END $$"),
      ),
    { retry: null, code: "storage_full", bug: false },
  ],
  ["a killed backend in a transaction", killedBackend, { retry: "connection", code: "db_unavailable" }],
  [
    "a server that is not there",
    async () => {
      const nowhere = connect("postgres://nobody:x@127.0.0.1:9/none");
      const error = await thrownBy(() => nowhere.prisma.user.findFirst());
      await nowhere.close();
      return error;
    },
    { retry: "connection", code: "db_unavailable" },
  ],
  [
    "a server that is not there, asked through the driver",
    async () => {
      const nowhere = connect("postgres://nobody:x@127.0.0.1:9/none");
      const error = await thrownBy(() => nowhere.pool.query("SELECT 1"));
      await nowhere.close();
      return error;
    },
    { retry: "connection", code: "db_unavailable" },
  ],
  [
    "a statement that takes too long",
    () =>
      thrownBy(() =>
        db.prisma.$transaction(async (tx) => {
          await tx.$executeRaw`SET LOCAL statement_timeout = 20`;
          await tx.$queryRaw`SELECT pg_sleep(5)::text`;
        }),
      ),
    { retry: null, code: "timeout", bug: false },
  ],
  [
    "a row that somebody else holds",
    async () => {
      const id = await world.person();
      return db.prisma.$transaction(async (holder) => {
        await rename(holder, id, "held");
        return thrownBy(() =>
          db.prisma.$transaction(async (tx) => {
            await tx.$executeRaw`SET LOCAL lock_timeout = 20`;
            await rename(tx, id, "wanted");
          }),
        );
      });
    },
    { retry: null, code: "locked", bug: false },
  ],
  [
    "an exhausted pool",
    async () => {
      const narrow = connect(url, { maxConnections: 1 });
      const held = await narrow.pool.connect();
      const error = await thrownBy(() => narrow.pool.query("SELECT 1"));
      held.release();
      await narrow.close();
      return error;
    },
    { retry: null, code: "overloaded", bug: false },
  ],
  [
    "a transaction that has run out of time",
    () =>
      thrownBy(() =>
        db.prisma.$transaction(
          async (tx) => {
            await db.prisma.$queryRaw`SELECT pg_sleep(0.1)::text`;
            await tx.user.findFirst();
          },
          { timeout: 20 },
        ),
      ),
    { retry: null, code: "overloaded", bug: false },
  ],
  [
    "a key that is taken",
    async () => {
      const id = await world.person();
      return thrownBy(() =>
        db.prisma.user.create({ data: { id, email: "x@x", name: "x", createdAt: new Date() } }),
      );
    },
    { retry: null, code: "already_exists", bug: false },
  ],
  [
    "a key that is taken, told by the driver",
    async () => {
      const id = await world.person();
      return thrownBy(() =>
        db.pool.query(`INSERT INTO "user" (id, email, name, created_at) VALUES ($1, 'y@x', 'y', now())`, [
          id,
        ]),
      );
    },
    { retry: null, code: "already_exists", bug: false },
  ],
  [
    "a reference to nothing",
    async () => {
      const membership = {
        projectId: newId(),
        userId: await world.person(),
        role: "viewer",
        createdAt: new Date(),
      };
      return thrownBy(() => db.prisma.membership.create({ data: membership }));
    },
    { retry: null, code: "foreign_reference", bug: false },
  ],
  [
    "a row that is gone",
    () => thrownBy(() => rename(db.prisma, newId(), "nobody")),
    { retry: null, code: "not_found", bug: false },
  ],
  [
    "a NUL that no check caught",
    async () => {
      const id = await world.person();
      return thrownBy(() => rename(db.prisma, id, "a\0b"));
    },
    { retry: null, code: "invalid", bug: true },
  ],
  [
    "an id that no check caught",
    () => thrownBy(() => db.prisma.user.findUnique({ where: { id: "not-a-uuid" } })),
    { retry: null, code: "invalid", bug: true },
  ],
  [
    "a number beyond its column",
    () => thrownBy(() => db.pool.query("SELECT 3000000000::bigint::int")),
    { retry: null, code: "invalid", bug: true },
  ],
  [
    "a table that does not exist",
    () => thrownBy(() => db.prisma.$queryRaw`SELECT FROM nowhere`),
    { retry: null, code: "unexpected", bug: true },
  ],
];

describe("classifyError", () => {
  it.each(cases)("knows %s", async (_name, provoke, expected) => {
    expect(classifyError(await provoke())).toEqual(expected);
  });

  it("knows the end of the server itself", async () => {
    const error = await thrownBy(() =>
      withConnection(url, async (client) => {
        const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
        await Promise.all([
          client.query("SELECT pg_sleep(5)"),
          other.pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]),
        ]);
      }),
    );
    expect(classifyError(error)).toEqual({ retry: "connection", code: "db_unavailable" });
  });

  it("leaves alone what is not the database's", () => {
    expect(classifyError(new RangeError("1 < 2"))).toBeNull();
    expect(classifyError("text")).toBeNull();
    expect(classifyError(null)).toBeNull();
  });

  it("does not go round in circles", () => {
    const error = new Error("round");
    error.cause = error;
    expect(classifyError(error)).toBeNull();
  });
});

describe("translateError", () => {
  it("says when to come back, where that helps", async () => {
    const error = translateError(await serializationFailure(rename));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "busy", retryAfterSeconds: 2 });
  });

  it("keeps what is ours, and what is nobody's, as it is", () => {
    const own = new AppError("gone");
    expect(translateError(own)).toBe(own);
    const bug = new TypeError("x is not a function");
    expect(translateError(bug)).toBe(bug);
  });
});
