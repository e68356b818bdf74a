import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MIGRATIONS_FOLDER, PRISMA_FOLDER, readMigrationList } from "./migration-list";
import { NO_FILTER, withSchemaEngine } from "./schema-engine";

/**
 * The SQL that leads from what the migrations make to what schema.prisma says; empty when they agree.
 * Works in a shadow database beside the one at `url`.
 */
export async function missingMigration(url: string): Promise<string> {
  const path = join(PRISMA_FOLDER, "schema.prisma");
  const content = await readFile(path, "utf8");
  const migrations = await readMigrationList();
  return withSchemaEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files: [{ path, content }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const script = (stdout ?? "").trim();
    return script === "-- This is an empty migration." ? "" : script;
  });
}

/** Writes the next migration from the schema; returns the path of its file, or null when there is nothing to do. */
export async function writeNextMigration(url: string, name: string, now: Date): Promise<string | null> {
  const script = await missingMigration(url);
  if (script === "") return null;
  const folder = join(MIGRATIONS_FOLDER, `${timestamp(now)}_${name}`);
  await mkdir(folder);
  const file = join(folder, "migration.sql");
  await writeFile(file, `${script}\n`);
  return file;
}

function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14);
}
