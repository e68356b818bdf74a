import { describe, expect, it } from "vitest";
import { splitInvisible } from "./invisible-characters";

describe("splitInvisible", () => {
  it("finds a direction override in the middle of a name", () => {
    expect(splitInvisible("inv\u202Eoice")).toEqual([
      { text: "inv", isInvisible: false },
      { text: "\u202E", isInvisible: true },
      { text: "oice", isInvisible: false },
    ]);
  });

  it("leaves joined emoji whole", () => {
    expect(splitInvisible("👩‍🚒")).toEqual([{ text: "👩‍🚒", isInvisible: false }]);
  });

  it("gives the text back when its parts are joined", () => {
    const text = "\uFEFFa\u200B\u200Bb\u2066";
    expect(
      splitInvisible(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
