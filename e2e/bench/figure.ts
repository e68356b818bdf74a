/** One thing measured, beside the raw way of doing it, measured in the same run on the same machine. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  /** Null where the figure stands for itself. */
  readonly baseline: number | null;
  readonly unit: string;
  /** What we want, in words: "at least 0.25×". */
  readonly aim: string;
}

/** Figures as a table for people. The ratio says how many times the baseline ours is. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, ours, baseline, unit, aim }) => [
    what,
    `${shown(ours)} ${unit}`,
    baseline === null ? "" : `${shown(baseline)} ${unit}`,
    baseline === null ? "" : `${(ours / baseline).toFixed(2)}×`,
    aim,
  ]);
  const head = ["", "Triptych", "baseline", "ratio", "aim"];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

/** The value below which `share` of `values` lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(1);
}
