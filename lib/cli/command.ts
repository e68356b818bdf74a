/** One command of `npx triptych`. */
export interface Command {
  /** What it does, in one line of the list. */
  readonly summary: string;
  /** How it is called, one line for each form. */
  readonly usage: readonly string[];
  /** @throws UsageError, AppError, EnvError: what they say is all that the person needs. */
  readonly run: (args: readonly string[]) => Promise<void>;
}

/** The command line makes no sense: one line, and exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
