/** Takes all steps at once. For where nobody waits: tests, short lists, a worker of its own. */
export function runSteps<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
