import type { Command } from "./command";

/** Every command by its name, in the order in which `help` lists them. Loaded when called: each needs other things. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["start", async () => (await import("./commands/start")).start],
  ["migrate", async () => (await import("./commands/migrate")).migrate],
  ["user", async () => (await import("./commands/user")).user],
  ["token", async () => (await import("./commands/token")).token],
  ["project", async () => (await import("./commands/project")).project],
  ["import", async () => (await import("./commands/import")).importCommand],
  ["export", async () => (await import("./commands/export")).exportCommand],
  ["demo", async () => (await import("./commands/demo")).demo],
  ["backup", async () => (await import("./commands/backup")).backup],
  ["restore", async () => (await import("./commands/restore")).restore],
  ["purge", async () => (await import("./commands/purge")).purge],
  ["verify", async () => (await import("./commands/verify")).verify],
]);
