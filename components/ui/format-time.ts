const RELATIVE = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY_SECONDS = 24 * HOUR;

/** `just now`, `5 minutes ago`, `yesterday`; after a month the day itself. */
export function timeAgo(at: string, now: string): string {
  const seconds = Math.round((Date.parse(now) - Date.parse(at)) / 1000);
  if (seconds < MINUTE) return "just now";
  if (seconds < HOUR) return RELATIVE.format(-Math.floor(seconds / MINUTE), "minute");
  if (seconds < DAY_SECONDS) return RELATIVE.format(-Math.floor(seconds / HOUR), "hour");
  if (seconds < 31 * DAY_SECONDS) return RELATIVE.format(-Math.floor(seconds / DAY_SECONDS), "day");
  return DAY.format(new Date(at));
}

/** `22 Nov 2026, 05:30 UTC`. */
export function formatMoment(at: string): string {
  return `${MOMENT.format(new Date(at))} UTC`;
}

/** A date as exact as it was given: `2019`, `Mar 2019`, `30 Mar 2019`. A time of day is left out. */
export function formatDate(date: string): string {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  if (month === undefined) return year;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(moment.getTime())) return date;
  return (day === undefined ? MONTH : DAY).format(moment);
}
