import type { Command } from "./command";
import { backup } from "./commands/backup";
import { helpOn } from "./commands/help";
import { migrate } from "./commands/migrate";
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
  ["backup", backup],
  ["restore", restore],
  ["verify", verify],
]);

/** Every command by its name, in the order in which `help` lists them. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([...WORKING, ["help", helpOn(WORKING)]]);
