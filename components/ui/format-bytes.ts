const UNITS = ["bytes", "KiB", "MiB", "GiB"] as const;

/** `812 bytes`, `2.3 KiB`, `10 MiB`. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const value = bytes / 1024 ** step;
  return `${step === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${UNITS[step] ?? "bytes"}`;
}
