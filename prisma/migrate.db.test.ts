import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withConnection } from "@/lib/db/connection";
import { testDatabaseUrl } from "@/lib/testing/test-database";
import { deployMigrations, readMigrationStatus } from "./migrate";
import { missingMigration } from "./new-migration";

const WITH_BODY = `
CREATE TABLE first (id int PRIMARY KEY);
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;
`;

async function folderWith(scripts: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-migrations-"));
  for (const [name, script] of Object.entries(scripts)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "migration.sql"), script);
  }
  return folder;
}

const query = (url: string, text: string) =>
  withConnection(url, (client) => client.query<Record<string, unknown>>(text));

describe("the migrations of this version", () => {
  it("make exactly what schema.prisma says", async () => {
    expect(await missingMigration(await testDatabaseUrl({ migrated: false }))).toBe("");
  });

  it("are applied once, and a second deployment finds nothing to do", async () => {
    const url = await testDatabaseUrl({ migrated: false });
    const applied = await deployMigrations(url);
    expect(applied.length).toBeGreaterThan(0);
    expect(await deployMigrations(url)).toEqual([]);
    expect(await readMigrationStatus(url)).toEqual({ pending: [], unknown: [], edited: [], unfinished: [] });
  });
});

describe("deployMigrations", () => {
  it("sends a script whole, so that a function body keeps its semicolons", async () => {
    const url = await testDatabaseUrl({ migrated: false });
    await deployMigrations(url, { folder: await folderWith({ "1_first": WITH_BODY }) });
    expect((await query(url, "SELECT twice(21) AS answer")).rows).toEqual([{ answer: 42 }]);
  });

  it("lets of two processes that deploy at once one migrate and the other find it done", async () => {
    const url = await testDatabaseUrl({ migrated: false });
    const folder = await folderWith({ "1_first": WITH_BODY });
    const results = await Promise.all([deployMigrations(url, { folder }), deployMigrations(url, { folder })]);
    expect(results.flat()).toEqual(["1_first"]);
  });

  it("refuses a database that a newer version has migrated", async () => {
    const url = await testDatabaseUrl({ migrated: false });
    await deployMigrations(url, {
      folder: await folderWith({ "1_first": WITH_BODY, "2_second": "SELECT 1;" }),
    });
    const older = await folderWith({ "1_first": WITH_BODY });
    await expect(deployMigrations(url, { folder: older })).rejects.toThrow(
      /newer than this version.*2_second/,
    );
  });

  it("refuses a database whose migrations were edited afterwards", async () => {
    const url = await testDatabaseUrl({ migrated: false });
    await deployMigrations(url, { folder: await folderWith({ "1_first": WITH_BODY }) });
    const edited = await folderWith({ "1_first": `${WITH_BODY}SELECT 1;` });
    await expect(deployMigrations(url, { folder: edited })).rejects.toThrow(/1_first/);
  });

  it("leaves nothing of a migration that fails, names the reason, and succeeds once it is mended", async () => {
    const url = await testDatabaseUrl({ migrated: false });
    const broken = await folderWith({ "1_first": `${WITH_BODY}SELECT no_such_column;` });
    await expect(deployMigrations(url, { folder: broken })).rejects.toThrow(/no_such_column/);
    expect((await query(url, "SELECT to_regclass('first') AS first")).rows).toEqual([{ first: null }]);
    expect(await deployMigrations(url, { folder: await folderWith({ "1_first": WITH_BODY }) })).toEqual([
      "1_first",
    ]);
  });

  it("refuses a database that is not UTF-8", async () => {
    const url = new URL(await testDatabaseUrl({ migrated: false }));
    await query(
      url.href,
      "CREATE DATABASE in_ascii ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0",
    );
    url.pathname = "/in_ascii";
    await expect(deployMigrations(url.href)).rejects.toThrow(/SQL_ASCII.*UTF8/);
    url.pathname = "/postgres";
    await query(url.href, "DROP DATABASE in_ascii WITH (FORCE)");
  });
});
