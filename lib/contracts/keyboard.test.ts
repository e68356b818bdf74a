import { describe, expect, it } from "vitest";
import { KeyboardSettings } from "./keyboard";

const answer = (keys: unknown, more: object = {}) =>
  KeyboardSettings.safeParse({ keys, singleCharacters: true, ...more });
const faults = (keys: unknown) =>
  answer(keys).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("KeyboardSettings", () => {
  it("takes keys for commands, and none", () => {
    expect(answer({ link: ["F2"], guideline: [] }).data).toEqual({
      keys: { link: ["F2"], guideline: [] },
      singleCharacters: true,
    });
  });

  it("says which key is in the way of which command", () => {
    expect(faults({ link: ["F2", "N"] })).toEqual([
      "keys.link.1: These keys are for “Next annotation”. Give that other keys first, or take others here.",
    ]);
  });

  it("takes a key for one command only", () => {
    expect(faults({ link: ["F2"], note: ["F2"] })).toHaveLength(2);
    expect(answer({ link: ["F2", "F2"] }).success).toBe(false);
  });

  it("knows no other commands and nothing else", () => {
    expect(answer({ explode: ["F2"] }).success).toBe(false);
    expect(answer({}, { theme: "dark" }).success).toBe(false);
  });
});
