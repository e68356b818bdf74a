/** Tells the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** For what is not the result: a command's output may be going into a file. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}
