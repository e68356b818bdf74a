import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { withConnection } from "@/lib/db/connection";
import { readPostmaster } from "./cluster";
import { placeCluster } from "./data-folder";
import { claimDataFolder, joinEmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";
import { pidExists } from "./process-identity";

const silent = () => undefined;
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function aDataFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "triptych data "));
  folders.push(parent);
  await chmod(parent, 0o755);
  return join(parent, "data folder");
}

async function ask(url: string, question: string): Promise<unknown> {
  const { rows } = await withConnection(url, (client) =>
    client.query<{ answer: unknown }>(`SELECT ${question} AS answer`),
  );
  return rows[0]?.answer;
}

async function postmasterOf(folder: string): Promise<number> {
  const { cluster } = await placeCluster(folder);
  return (await readPostmaster(cluster))?.pid ?? 0;
}

describe("the embedded database", { timeout: 180_000 }, () => {
  it("stores UTF-8 with checksums whatever the environment says, and listens on loopback alone", async () => {
    const folder = await aDataFolder();
    const claim = await claimDataFolder(folder);
    const database = await startEmbeddedDatabase(claim, silent);
    expect(await ask(database.url, "current_setting('server_encoding')")).toBe("UTF8");
    expect(await ask(database.url, "current_setting('data_checksums')")).toBe("on");
    expect(await ask(database.url, "current_setting('listen_addresses')")).toBe("127.0.0.1");
    expect(await ask(database.url, "current_setting('unix_socket_directories')")).toBe("");
    expect(
      await ask(database.url, "(SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules)"),
    ).toBe("scram-sha-256");
    await database.close();
    await claim.lock.release();
  });

  it("has a password of its own in a file that only its owner can read, and takes no other", async () => {
    const folder = await aDataFolder();
    const database = await joinEmbeddedDatabase(folder, silent);
    expect((await stat(join(folder, "postgres-password"))).mode & 0o777).toBe(0o600);
    const wrong = new URL(database.url);
    wrong.password = "postgres";
    await expect(ask(wrong.href, "1")).rejects.toThrow(/authentication/);
    await database.close();
  });

  it("is one server's alone: the second is refused and told whose it is", async () => {
    const folder = await aDataFolder();
    const claim = await claimDataFolder(folder);
    await expect(claimDataFolder(folder)).rejects.toThrow(
      new RegExp(`already running.*process ${process.pid}`),
    );
    await claim.lock.release();
  });

  it("is adopted when its postmaster outlived the process that started it", async () => {
    const folder = await aDataFolder();
    const claim = await claimDataFolder(folder);
    await startEmbeddedDatabase(claim, silent);
    const orphan = await postmasterOf(folder);
    const adopted = await startEmbeddedDatabase(claim, silent);
    expect(await postmasterOf(folder)).toBe(orphan);
    expect(await ask(adopted.url, "1")).toBe(1);
    await adopted.close();
    expect(pidExists(orphan)).toBe(false);
    await claim.lock.release();
  });

  it("comes back after its postmaster was killed, with what was committed", async () => {
    const folder = await aDataFolder();
    const claim = await claimDataFolder(folder);
    const first = await startEmbeddedDatabase(claim, silent);
    await withConnection(first.url, (client) => client.query("CREATE TABLE kept AS SELECT 42 AS answer"));
    process.kill(await postmasterOf(folder), "SIGKILL");
    const second = await startEmbeddedDatabase(claim, silent);
    expect(await ask(second.url, "(SELECT answer FROM kept)")).toBe(42);
    await second.close();
    await claim.lock.release();
  });

  it("serves several commands at once, and stops only after the last of them", async () => {
    const folder = await aDataFolder();
    const host = await joinEmbeddedDatabase(folder, silent);
    const guest = await joinEmbeddedDatabase(folder, silent);
    expect(guest.url).toBe(host.url);
    const hostClosed = host.close();
    expect(await ask(guest.url, "1")).toBe(1);
    await guest.close();
    await hostClosed;
    await expect(ask(guest.url, "1")).rejects.toThrow();
  });

  it("refuses files that another major version wrote, and names the way out", async () => {
    const folder = await aDataFolder();
    await (await joinEmbeddedDatabase(folder, silent)).close();
    const { cluster } = await placeCluster(folder);
    const version = await readFile(join(cluster, "PG_VERSION"), "utf8");
    await writeFile(join(cluster, "PG_VERSION"), "17\n");
    await expect(joinEmbeddedDatabase(folder, silent)).rejects.toThrow(/PostgreSQL 17.*backup/);
    await writeFile(join(cluster, "PG_VERSION"), version);
    await (await joinEmbeddedDatabase(folder, silent)).close();
  });
});
