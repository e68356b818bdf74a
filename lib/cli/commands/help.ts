import type { Command } from "../command";
import { say } from "../say";

/** Shows how to call `commands`. */
export function helpOn(commands: ReadonlyMap<string, Command>): Command {
  return {
    summary: "Show this",
    usage: ["help"],
    run: () => {
      say("Usage: npx triptych <command>\n");
      for (const { summary, usage } of commands.values()) {
        say(summary);
        for (const form of usage) say(`  npx triptych ${form}`);
        say("");
      }
      say(
        "The settings (PORT, HOST, DATABASE_URL, TRIPTYCH_DATA_DIR and others) are environment variables; see README.md.",
      );
      return Promise.resolve();
    },
  };
}
