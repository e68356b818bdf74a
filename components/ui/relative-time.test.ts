import { describe, expect, it } from "vitest";
import { relativeTime } from "./relative-time";

const now = Date.UTC(2026, 10, 22, 12);
const minutes = (count: number) => now - count * 60_000;

describe("relativeTime", () => {
  it.each([
    [minutes(0), "just now"],
    [minutes(1.9), "just now"],
    [minutes(2), "2 minutes ago"],
    [minutes(59), "59 minutes ago"],
    [minutes(60), "1 hour ago"],
    [minutes(23 * 60), "23 hours ago"],
    [minutes(24 * 60), "yesterday"],
    [minutes(6 * 24 * 60), "6 days ago"],
    [minutes(-30), "in 30 minutes"],
  ])("says %d as “%s”", (then, words) => {
    expect(relativeTime(then, now)).toBe(words);
  });

  it("gives the date once a week has gone", () => {
    expect(relativeTime(Date.UTC(2026, 9, 2, 12), now)).toBe("2 Oct 2026");
  });
});
