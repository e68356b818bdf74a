const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const WORDS = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** How long ago `then` was, in words; a date once it is more than a week. Both in milliseconds since 1970. */
export function relativeTime(then: number, now: number): string {
  const gone = now - then;
  const distance = Math.abs(gone);
  if (distance < 2 * MINUTE_MS) return "just now";
  if (distance < HOUR_MS) return WORDS.format(-Math.trunc(gone / MINUTE_MS), "minute");
  if (distance < DAY_MS) return WORDS.format(-Math.trunc(gone / HOUR_MS), "hour");
  if (distance < 7 * DAY_MS) return WORDS.format(-Math.trunc(gone / DAY_MS), "day");
  return DAY.format(then);
}
