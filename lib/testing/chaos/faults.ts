import { execFile } from "node:child_process";
import { statfs, writeFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { SetId } from "@/lib/core/ids";
import { deployMigrations } from "@/prisma/migrate";
import { startTemporaryServer, type TemporaryServer } from "../temporary-server";
import { TcpProxy } from "../tcp-proxy";
import { Chance } from "./chance";
import { converge } from "./convergence";
import { offstage, PEOPLES_CONNECTIONS } from "./offstage";
import type { AppProcess } from "./process";

interface Scene {
  readonly server: TemporaryServer;
  readonly proxy: TcpProxy;
  readonly url: string;
  readonly chance: Chance;
}

/** What a database, its host or the line to it does to people who work. Everything ends well by itself. */
export const FAULTS = {
  "statements are cancelled": ({ url }) => repeatedly(20, () => onBackends(url, "pg_cancel_backend(pid)", 2)),

  "backends are killed by SIGKILL, and all others with them": ({ url }) =>
    repeatedly(2, async () => {
      for (const pid of await backendsOf(url, 1)) process.kill(pid, "SIGKILL");
      await wait(700);
    }),

  "the server stops like a power cut and is away for three seconds": async ({ server, proxy }) => {
    await server.crash();
    await wait(3_000);
    proxy.leadTo(await server.restart());
  },

  "one answer of the database in ten is lost after it was done": async ({ proxy, chance }) => {
    proxy.lose(() => chance.happens(0.1));
    await wait(2_500);
    proxy.lose(() => false);
  },

  "every connection is cut again and again": ({ proxy }) =>
    repeatedly(10, async () => {
      proxy.cutAll();
      await wait(150);
    }),

  "somebody holds the set for longer than anybody waits": async ({ url }, setId) =>
    offstage(url, async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT FROM annotation_set WHERE id = $1 FOR UPDATE", [setId]);
      await wait(4_000);
      await client.query("ROLLBACK");
    }),

  "all connections of one process are taken for longer than anybody waits": async (
    _scene,
    _setId,
    processes,
  ) => {
    const db = processes[0]?.db;
    const pools = db === undefined ? [] : [db.pool, db.quick];
    await Promise.all(
      pools.flatMap((pool) =>
        Array.from({ length: pool.options.max }, () =>
          pool.query("SELECT pg_sleep(4)").catch(() => undefined),
        ),
      ),
    );
  },

  "the database says that its disk is full": async ({ url }) => {
    await offstage(url, async (client) => {
      await client.query(`
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON operation FOR EACH ROW EXECUTE FUNCTION full_disk()`);
      await wait(1_500);
      await client.query("DROP TRIGGER full_disk ON operation");
    });
  },

  "writers get in each other's way, by serialization failures and deadlocks": ({ url }, setId) =>
    repeatedly(15, () => entangle(url, setId)),
} satisfies Record<string, (scene: Scene, setId: SetId, processes: readonly AppProcess[]) => Promise<void>>;

export type Fault = keyof typeof FAULTS;

/** People work on a database of their own while this happens to it; afterwards all come to the same. */
export async function convergeInSpiteOf(fault: Fault, seed: number): Promise<void> {
  const server = await startTemporaryServer({ durable: true });
  await deployMigrations(server.url);
  const proxy = await TcpProxy.open(server.url);
  try {
    const url = proxy.urlOf(server.url);
    const scene = { server, proxy, url, chance: new Chance(seed) };
    await converge(seed, url, (setId, processes) => FAULTS[fault](scene, setId, processes));
  } finally {
    await proxy.close();
    await server.stop();
  }
}

/** The same on a disk that becomes full; only root can make a small one. */
export async function convergeOnFullDisk(seed: number): Promise<void> {
  let disk = "";
  const server = await startTemporaryServer({
    durable: true,
    prepare: async (folder) => {
      disk = folder;
      await promisify(execFile)("mount", ["-t", "tmpfs", "-o", "size=200m,mode=0711", "tmpfs", folder]);
    },
  });
  try {
    await deployMigrations(server.url);
    const ballast = join(disk, "ballast");
    await converge(seed, server.url, async () => {
      const { bavail, bsize } = await statfs(disk);
      // The last bytes as well: what was asked for in one piece may not fit where some still do.
      await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined);
      await offstage(server.url, (client) => refusesToGrow(client.query.bind(client)));
      await wait(1_000);
      await rm(ballast);
    });
  } finally {
    await server.stop().catch(() => undefined);
    await promisify(execFile)("umount", ["-l", disk]);
  }
}

/** Makes sure that the disk is as full as the test wants it. */
async function refusesToGrow(query: (sql: string) => Promise<unknown>): Promise<void> {
  const error = await query(
    "CREATE TABLE filling AS SELECT repeat('x', 1000) FROM generate_series(1, 100000)",
  ).then(
    () => null,
    (refusal: unknown) => refusal as { readonly code?: string },
  );
  if (error?.code !== "53100") throw new RangeError(`the disk is not full: ${String(error?.code)}`);
}

async function repeatedly(times: number, act: () => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time++) {
    await act().catch(() => undefined);
    await wait(50);
  }
}

async function backendsOf(url: string, count: number): Promise<readonly number[]> {
  return offstage(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE ${PEOPLES_CONNECTIONS} ORDER BY random() LIMIT $1`,
      [count],
    );
    return rows.map(({ pid }) => pid);
  });
}

async function onBackends(url: string, does: "pg_cancel_backend(pid)", count: number): Promise<void> {
  await offstage(url, async (client) => {
    await client.query(
      `SELECT ${does} FROM pg_stat_activity WHERE ${PEOPLES_CONNECTIONS} AND state = 'active' LIMIT ${count}`,
    );
  });
}

/** A transaction that takes what writers of the set take, in the other order. */
async function entangle(url: string, setId: string): Promise<void> {
  await offstage(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
    await client.query("SET LOCAL deadlock_timeout = '10ms'");
    await client.query("SELECT FROM annotation WHERE set_id = $1 FOR UPDATE", [setId]);
    await client.query("UPDATE annotation_set SET updated_at = updated_at WHERE id = $1", [setId]);
    await client.query("ROLLBACK");
  });
}
