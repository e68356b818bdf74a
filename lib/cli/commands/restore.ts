import { resolve } from "node:path";
import { AppError } from "@/lib/core/errors";
import { connect } from "@/lib/db/client";
import { readManifest } from "@/lib/usecases/installation/backup-manifest";
import { restore as restoreBackup } from "@/lib/usecases/installation/restore";
import { verifyInstallation } from "@/lib/usecases/installation/verify";
import { deployMigrations } from "@/prisma/migrate";
import { listMigrations } from "@/prisma/migration-list";
import type { Command } from "../command";
import { operatorContext } from "../operator-context";
import { parseOptions } from "../parse-options";
import { say } from "../say";
import { withDatabaseUrl } from "../use-database";

export const restore: Command = {
  summary: "Put a backup into an empty database or a new data folder, and check it",
  usage: ["restore FOLDER"],
  run: async (args) => {
    const [given = ""] = parseOptions(args, {}, ["FOLDER"]).positionals;
    const folder = resolve(given);
    const { migrations } = await readManifest(folder);
    await refuseNewer(migrations);
    await withDatabaseUrl(async (url) => {
      // A backup fits the database as it was then; only afterwards is it brought up to date.
      await deployMigrations(url, { names: migrations });
      const db = connect(url, { maxConnections: 2, statementTimeoutMs: 0 });
      try {
        const { tables, createdAt } = await restoreBackup(operatorContext(db), { folder });
        say(
          `Restored ${tables.reduce((sum, table) => sum + table.rows, 0)} rows, as they were on ${createdAt}.`,
        );
        await deployMigrations(url);
        const { problems, documents, sets } = await verifyInstallation(operatorContext(db));
        for (const problem of problems) say(`project ${problem.projectId}: ${problem.message}`);
        if (problems.length > 0)
          throw new AppError("corrupt", { detail: `The restored data has ${problems.length} problems.` });
        say(`All is well: ${documents} documents and ${sets} sets checked.`);
      } finally {
        await db.close();
      }
    });
  },
};

async function refuseNewer(migrations: readonly string[]): Promise<void> {
  const known = await listMigrations();
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const detail = `The backup was made by a newer version of Triptych (it has ${unknown.join(", ")}).`;
  throw new AppError("conflict", { detail });
}
