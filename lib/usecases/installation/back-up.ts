import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { AppError } from "@/lib/core/errors";
import { readTables, type TableReader, type WholeTable } from "@/lib/db/whole-tables";
import { requireAdmin } from "../accounts/require-admin";
import type { Context } from "../context";
import { writeManifest, type BackupManifest, type BackupTable } from "./backup-manifest";
import { feeding } from "./hash-file";

/** Two thirds of the time of level 6 for a twentieth more space. */
const COMPRESSION = 3;

/**
 * Writes all that the database holds, as it was at one moment, into a new folder: a compressed file per table and a
 * manifest. People can go on working meanwhile.
 * @throws AppError `forbidden` to all but administrators, `already_exists` when there is such a folder.
 */
export async function backUp(
  ctx: Context,
  { folder, appVersion }: { readonly folder: string; readonly appVersion: string },
): Promise<BackupManifest> {
  requireAdmin(ctx);
  if ((await stat(folder).catch(() => null)) !== null) {
    throw new AppError("already_exists", {
      detail: `${folder} exists already; a backup goes into a new folder.`,
    });
  }
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const createdAt = ctx.now().toISOString();
    const contents = await readTables(ctx.db, async (tables) => ({
      migrations: [...(await tables.migrations())],
      tables: await writeAll(tables, unfinished),
    }));
    const manifest = await writeManifest(unfinished, { appVersion, createdAt, ...contents });
    await rename(unfinished, folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeAll(tables: TableReader, folder: string): Promise<BackupTable[]> {
  const written: BackupTable[] = [];
  for (const table of await tables.tables()) written.push(await writeOne(tables, table, folder));
  return written;
}

async function writeOne(tables: TableReader, table: WholeTable, folder: string): Promise<BackupTable> {
  const file = `${table.name}.copy.gz`;
  const hash = createHash("sha256");
  const { stream, rows } = tables.read(table);
  const target = createWriteStream(join(folder, file), { mode: 0o600 });
  await pipeline(stream, createGzip({ level: COMPRESSION }), feeding(hash), target);
  return { name: table.name, columns: [...table.columns], file, rows: rows(), sha256: hash.digest("hex") };
}
