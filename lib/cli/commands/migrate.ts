import { relative } from "node:path";
import { deployMigrations, readMigrationStatus } from "@/prisma/migrate";
import { writeNextMigration } from "@/prisma/new-migration";
import { UsageError, type Command } from "../command";
import { parseOptions } from "../parse-options";
import { say } from "../say";
import { withDatabaseUrl } from "../use-database";

export const migrate: Command = {
  summary: "Bring the database up to date, or say what that would take",
  usage: [
    "migrate",
    "migrate status",
    "migrate new NAME  for work on Triptych itself: write the migration that schema.prisma asks for",
  ],
  run: async ([form, ...rest]) => {
    if (form === "new") return writeNew(rest);
    if (form === "status") return showStatus(rest);
    parseOptions(form === undefined ? rest : [form, ...rest], {});
    const applied = await withDatabaseUrl((url) => deployMigrations(url));
    say(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
  },
};

async function showStatus(args: readonly string[]): Promise<void> {
  parseOptions(args, {});
  const status = await withDatabaseUrl((url) => readMigrationStatus(url));
  const kinds = ["pending", "unknown", "edited", "unfinished"] as const;
  const lines = kinds.flatMap((kind) =>
    status[kind].length === 0 ? [] : [`${kind}: ${status[kind].join(", ")}`],
  );
  say(lines.length === 0 ? "The database is up to date." : lines.join("\n"));
}

async function writeNew(args: readonly string[]): Promise<void> {
  const [name = ""] = parseOptions(args, {}, ["NAME"]).positionals;
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new UsageError("NAME takes small letters, digits and underscores");
  const file = await withDatabaseUrl((url) => writeNextMigration(url, name, new Date()));
  say(
    file === null
      ? "The migrations make what schema.prisma says; nothing to write."
      : `Wrote ${relative(".", file)}`,
  );
}
