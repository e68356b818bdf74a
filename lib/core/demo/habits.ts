/** How somebody annotates; every number is a share from 0 to 1. */
export interface Habits {
  /** How many marks are overlooked. */
  readonly overlooks: number;
  /** How many spans begin or end a word off. */
  readonly shifts: number;
  /** How many claims are taken for stances' wording, and the other way round. */
  readonly confuses: number;
  /** How many answers to attributes differ. */
  readonly misjudges: number;
  /** How many articles are completed with nothing in them. */
  readonly leavesEmpty: number;
}

/** Five people who do the same work differently, the most careful first. */
export const DEMO_HABITS: readonly Habits[] = [
  { overlooks: 0.04, shifts: 0.05, confuses: 0.01, misjudges: 0.05, leavesEmpty: 0 },
  { overlooks: 0.08, shifts: 0.3, confuses: 0.02, misjudges: 0.08, leavesEmpty: 0.01 },
  { overlooks: 0.1, shifts: 0.1, confuses: 0.15, misjudges: 0.12, leavesEmpty: 0.02 },
  { overlooks: 0.25, shifts: 0.12, confuses: 0.04, misjudges: 0.15, leavesEmpty: 0.12 },
  { overlooks: 0.15, shifts: 0.08, confuses: 0.03, misjudges: 0.3, leavesEmpty: 0.04 },
];
