/** The ETag of a version. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that an `If-Match` header names; null without the header. What names no version of ours (`*` too, because
 * it would overwrite what one has not read) is 0, which no version is.
 */
export function versionOf(ifMatch: string | null): number | null {
  if (ifMatch === null) return null;
  // Proxies that compress make a tag weak.
  const [, version] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(ifMatch) ?? /^\s*(\d{1,9})\s*$/.exec(ifMatch) ?? [];
  return Number(version ?? 0);
}
