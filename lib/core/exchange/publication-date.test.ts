import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicationDateProblem } from "./publication-date";

describe("publicationDateProblem", () => {
  it.each([
    "2019",
    "2019-03",
    "2019-03-30",
    "2020-02-29",
    "2000-02-29",
    "2019-03-30T23:59",
    "2019-03-30T08:00:00Z",
    "2019-03-30T08:00:00.123+02:00",
    "2019-03-30T08:00-0330",
  ])("takes %s", (text) => {
    expect(publicationDateProblem(text)).toBeNull();
  });

  it.each([
    "2019-02-31",
    "2019-02-29",
    "1900-02-29",
    "2019-04-31",
    "2019-13",
    "2019-00",
    "2019-00-10",
    "2019-03-00",
    "0000-01-01",
    "2019-03-30T24:00",
    "2019-03-30T08:60",
    "2019-03-30T08:00:61Z",
    "2019-03-30T08:00+25:00",
  ])("finds nothing of %s in the calendar", (text) => {
    expect(publicationDateProblem(text)).toBe("calendar");
  });

  it.each(["", "last week", "30.03.2019", "2019-3-30", "2019-03-30 08:00", " 2019", "19", "2019-03-30T8"])(
    "knows that “%s” is written in another way",
    (text) => {
      expect(publicationDateProblem(text)).toBe("shape");
    },
  );

  it("takes exactly the days that there are", () => {
    const day = fc.record({
      year: fc.integer({ min: 1000, max: 9999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    });
    const two = (n: number) => String(n).padStart(2, "0");
    fc.assert(
      fc.property(day, ({ year, month, day }) => {
        const found = new Date(Date.UTC(year, month - 1, day));
        const isReal = found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
        expect(publicationDateProblem(`${year}-${two(month)}-${two(day)}`)).toBe(isReal ? null : "calendar");
      }),
    );
  });
});
