import { COMMANDS } from "./commands";
import { say } from "./say";

/** Shows how each command is called. */
export async function showHelp(): Promise<void> {
  say("Usage: npx triptych <command>\n");
  for (const load of COMMANDS.values()) {
    const { summary, usage } = await load();
    say([summary, ...usage.map((form) => `  npx triptych ${form}`), ""].join("\n"));
  }
  say(
    "The settings (PORT, HOST, DATABASE_URL, TRIPTYCH_DATA_DIR and others) are environment variables; see README.md.",
  );
}
