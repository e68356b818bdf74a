import { describe, expect, it } from "vitest";
import { formatDate, timeAgo } from "./format-time";

describe("formatDate", () => {
  it.each([
    ["2019", "2019"],
    ["2019-03", "Mar 2019"],
    ["2019-03-30", "30 Mar 2019"],
    ["2019-03-30T23:59:00-05:00", "30 Mar 2019"],
  ])("shows %s as exactly as it was given", (date, shown) => {
    expect(formatDate(date)).toBe(shown);
  });
});

describe("timeAgo", () => {
  it.each([
    ["2026-11-22T05:29:30Z", "just now"],
    ["2026-11-22T05:31:00Z", "just now"],
    ["2026-11-22T05:25:00Z", "5 minutes ago"],
    ["2026-11-22T02:31:00Z", "2 hours ago"],
    ["2026-11-21T05:00:00Z", "yesterday"],
    ["2026-09-01T05:00:00Z", "1 Sept 2026"],
  ])("says of %s: %s", (at, said) => {
    expect(timeAgo(at, "2026-11-22T05:30:00Z")).toBe(said);
  });
});
