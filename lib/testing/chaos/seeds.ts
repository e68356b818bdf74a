/** Seeds of runs that failed when they were first seen. What made them fail is mended; they stay. */
export const FAILED_ONCE: readonly number[] = [];
