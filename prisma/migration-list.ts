import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

export const PRISMA_FOLDER = dirname(fileURLToPath(import.meta.url));
export const MIGRATIONS_FOLDER = join(PRISMA_FOLDER, "migrations");

/** Which migrations are meant: by default all of this version. */
export interface MigrationChoice {
  readonly folder?: string;
  /** Only these. */
  readonly names?: readonly string[];
}

/** The chosen migrations in their order, as the schema engine wants them. */
export async function readMigrationList(choice: MigrationChoice = {}): Promise<MigrationList> {
  const { folder = MIGRATIONS_FOLDER, names = await listMigrations(folder) } = choice;
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      [...names].sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}

/** The names of the migrations in a folder. */
export async function listMigrations(folder = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
