import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError } from "@/lib/core/errors";
import { writeTables, type TableWriter } from "@/lib/db/whole-tables";
import { requireAdmin } from "../accounts/require-admin";
import type { Context } from "../context";
import { readManifest, type BackupManifest, type BackupTable } from "./backup-manifest";
import { hashFile } from "./hash-file";

/** The one table that a new database is not empty of. */
const INSTALLATION = "installation";

/**
 * Puts a backup into an empty database that has had the same migrations. All of it or nothing; afterwards the
 * installation has a new epoch, so that browsers which knew the time before read everything anew.
 * @throws AppError `forbidden` to all but administrators, `corrupt` when a file is missing or damaged, `not_empty`,
 *   `conflict` when the database has had other migrations.
 */
export async function restore(
  ctx: Context,
  { folder }: { readonly folder: string },
): Promise<BackupManifest> {
  requireAdmin(ctx);
  const manifest = await readManifest(folder);
  await checkFiles(manifest, folder);
  await writeTables(ctx.db, async (tables) => {
    await requireSameShape(tables, manifest);
    await requireEmpty(tables);
    for (const table of manifest.tables) await load(tables, table, folder);
    await tables.renewEpoch(ctx.newId());
  });
  return manifest;
}

async function checkFiles({ tables }: BackupManifest, folder: string): Promise<void> {
  for (const { file, sha256 } of tables) {
    const found = await hashFile(join(folder, file)).catch(() => null);
    if (found === null)
      throw new AppError("corrupt", {
        detail: `The backup is incomplete: ${file} is missing or cannot be read.`,
      });
    if (found !== sha256)
      throw new AppError("corrupt", { detail: `The backup is damaged: ${file} is not what was written.` });
  }
}

async function requireSameShape(tables: TableWriter, manifest: BackupManifest): Promise<void> {
  const migrations = await tables.migrations();
  const names = (await tables.tables()).map(({ name }) => name);
  const same =
    sameList(migrations, manifest.migrations) &&
    sameList(
      names,
      manifest.tables.map(({ name }) => name),
    );
  if (!same)
    throw new AppError("conflict", {
      detail: "The backup and this database were made by different migrations.",
    });
}

async function requireEmpty(tables: TableWriter): Promise<void> {
  for (const table of await tables.tables()) {
    if (table.name === INSTALLATION) await tables.clear(table);
    else if (await tables.hasRows(table)) {
      const detail = `The database is not empty: it has rows in "${table.name}". Restore into a new data folder or an empty database.`;
      throw new AppError("not_empty", { detail });
    }
  }
}

async function load(tables: TableWriter, table: BackupTable, folder: string): Promise<void> {
  const { stream, rows } = tables.write(table);
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), stream);
  if (rows() === table.rows) return;
  throw new AppError("corrupt", {
    detail: `The backup is damaged: ${table.file} has ${rows()} rows instead of ${table.rows}.`,
  });
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
