import { describe, expect, it } from "vitest";
import { initials } from "./initials";

describe("initials", () => {
  it.each([
    ["Irene Mota", "IM"],
    ["Ana", "A"],
    ["jean paul sartre", "JS"],
    ["Zoë 🚲", "Z🚲"],
    ["👩‍👩‍👧 Team", "👩‍👩‍👧T"],
    ["  ", "?"],
  ])("of %s are %s, never half a character", (name, expected) => {
    expect(initials(name)).toBe(expected);
    expect(initials(name).isWellFormed()).toBe(true);
  });
});
