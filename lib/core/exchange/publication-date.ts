const SHAPE =
  /^(?<year>\d{4})(-(?<month>\d{2})(-(?<day>\d{2})(T(?<hour>\d{2}):(?<minute>\d{2})(:(?<second>\d{2})(\.\d+)?)?(Z|[+-](?<zoneHour>\d{2}):?(?<zoneMinute>\d{2}))?)?)?)?$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How to mend what `publicationDateProblem` finds. */
export const PUBLICATION_DATE_HINT =
  "A date such as 2019-03-30, 2019-03 or 2019, or a date and time in ISO 8601, that is in the calendar.";

/**
 * Whether a text says when an article appeared: a year, a month, a day or a moment of ISO 8601 (null if so). `shape`: it
 * is written in another way, perhaps in words. `calendar`: it is written so, and there is no such day or hour.
 */
export function publicationDateProblem(text: string): "shape" | "calendar" | null {
  const parts = SHAPE.exec(text)?.groups;
  if (parts === undefined) return "shape";
  const part = (name: string, absent: number) => Number(parts[name] ?? absent);
  const [year, month] = [part("year", 1), part("month", 1)];
  const within = (name: string, max: number) => part(name, 0) <= max;
  const isReal =
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    part("day", 1) >= 1 &&
    part("day", 1) <= daysIn(year, month) &&
    within("hour", 23) &&
    within("minute", 59) &&
    within("second", 59) &&
    within("zoneHour", 23) &&
    within("zoneMinute", 59);
  return isReal ? null : "calendar";
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}
