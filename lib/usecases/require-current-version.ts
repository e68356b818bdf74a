import { AppError } from "@/lib/core/errors";

/**
 * Whoever replaces a versioned thing says which version they have read, so that nobody's work is overwritten unseen.
 * @throws AppError `version_required`, or `stale_version` where it is not the current one.
 */
export function requireCurrentVersion(basedOn: number | null, current: number): void {
  if (basedOn === null) throw new AppError("version_required");
  if (basedOn === current) return;
  const detail = `Version ${current} was saved meanwhile. Load it and make your change again.`;
  throw new AppError("stale_version", { detail });
}
