export interface Measured {
  readonly seconds: number;
  /** How far the process grew beyond what it had at the start. */
  readonly megabytes: number;
}

/** Runs `work` and watches how much memory the process takes for it. */
export async function withPeakMemory(work: () => Promise<unknown>): Promise<Measured> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - started) / 1000, megabytes: (peak - before) / 1024 / 1024 };
}
