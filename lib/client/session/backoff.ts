const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before attempt number `attempt` (from 1) after a failure: doubling, with jitter, so that a room of
 * browsers does not come back in the same instant. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(SHORTEST_MS + random * (ceiling - SHORTEST_MS));
}
