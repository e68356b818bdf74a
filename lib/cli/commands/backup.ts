import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { backUp } from "@/lib/usecases/installation/back-up";
import { CHECKOUT } from "../checkout";
import type { Command } from "../command";
import { parseOptions } from "../parse-options";
import { say } from "../say";
import { withContext } from "../use-database";

export const backup: Command = {
  summary: "Write all that the database holds into a new folder; the server may go on running",
  usage: ["backup FOLDER"],
  run: async (args) => {
    const [given = ""] = parseOptions(args, {}, ["FOLDER"]).positionals;
    const folder = resolve(given);
    const manifest = await withContext(async (ctx) =>
      backUp(ctx, { folder, appVersion: await appVersion() }),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`Wrote ${rows} rows of ${manifest.tables.length} tables to ${folder}.`);
    say("It holds articles, password hashes and addresses in the clear: keep it where only you can read it.");
  },
};

async function appVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(CHECKOUT, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
}
