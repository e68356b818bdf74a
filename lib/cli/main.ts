import { AppError } from "@/lib/core/errors";
import { ERROR_MESSAGES } from "@/lib/contracts/messages";
import { sentencesOf } from "@/lib/contracts/problem-sentences";
import { EnvError } from "@/lib/server/env";
import { UsageError } from "./command";
import { COMMANDS } from "./commands";
import { showHelp } from "./show-help";

const HELP = /^(help|--help|-h)$/;
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/** Runs the command that `args` name and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = "help", ...rest] = args;
  for (const output of [process.stdout, process.stderr]) output.on("error", ignoreClosedPipe);
  try {
    if (HELP.test(name)) await showHelp();
    else await runCommand(name, rest);
    return 0;
  } catch (error) {
    if (error instanceof UsageError)
      return complain(`triptych ${name}: ${error.message}. See: npx triptych help`, EXIT_USAGE);
    if (error instanceof EnvError) return complain(error.message, EXIT_USAGE);
    if (error instanceof AppError) return complain(sentence(error), EXIT_FAILED);
    if (isClosedPipe(error)) return 0;
    return complain(error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT_FAILED);
  }
}

async function runCommand(name: string, args: readonly string[]): Promise<void> {
  const load = COMMANDS.get(name);
  if (load === undefined) throw new UsageError(`there is no command "${name}"`);
  await (await load()).run(args);
}

/** A server goes on when nobody reads what it says any more. */
function ignoreClosedPipe(error: Error): void {
  if (!isClosedPipe(error)) throw error;
}

/** Whoever reads only the beginning of the output (`| head`) has what they wanted. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

function sentence({ code, detail, faults }: AppError): string {
  return sentencesOf({ message: detail ?? ERROR_MESSAGES[code], faults }).join("\n");
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}
