import type { Command } from "./command";
import { backup } from "./commands/backup";
import { exportCommand } from "./commands/export";
import { helpOn } from "./commands/help";
import { importCommand } from "./commands/import";
import { migrate } from "./commands/migrate";
import { project } from "./commands/project";
import { restore } from "./commands/restore";
import { start } from "./commands/start";
import { token } from "./commands/token";
import { user } from "./commands/user";
import { verify } from "./commands/verify";

const WORKING = new Map<string, Command>([
  ["start", start],
  ["migrate", migrate],
  ["user", user],
  ["token", token],
  ["project", project],
  ["import", importCommand],
  ["export", exportCommand],
  ["backup", backup],
  ["restore", restore],
  ["verify", verify],
]);

/** Every command by its name, in the order in which `help` lists them. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([...WORKING, ["help", helpOn(WORKING)]]);
