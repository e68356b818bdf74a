import type { Fault } from "@/lib/core/errors";

/** What a person is told of a problem, a sentence a line: what happened, then each fault that this does not name yet. */
export function sentencesOf(problem: {
  readonly message: string;
  readonly faults: readonly Fault[];
}): readonly string[] {
  const further = problem.faults.filter(({ message }) => !problem.message.includes(message));
  return [
    problem.message,
    ...further.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)),
  ];
}
