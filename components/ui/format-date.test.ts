import { describe, expect, it } from "vitest";
import { formatDate } from "./format-date";

describe("formatDate", () => {
  it.each([
    ["2019", "2019"],
    ["2019-03", "Mar 2019"],
    ["2019-03-30", "30 Mar 2019"],
    ["2019-03-30T23:59:00-05:00", "30 Mar 2019"],
    ["2019-xx-01", "2019-xx-01"],
  ])("shows %s as exactly as it was given", (date, shown) => {
    expect(formatDate(date)).toBe(shown);
  });
});
