import { describe, expect, it } from "vitest";
import { chooseHit } from "./choose-hit";

const candidates = [
  { id: "actor", lane: 2 },
  { id: "stance", lane: 1 },
  { id: "claim", lane: 0 },
];
const onText = { x: 10, y: 10, lane: null };

describe("chooseHit", () => {
  it("means the innermost for a click on the text", () => {
    expect(chooseHit(candidates, onText, null, null)).toEqual(["actor", "stance", "claim"]);
  });

  it("means the very span whose underline is clicked", () => {
    expect(chooseHit(candidates, { ...onText, lane: 1 }, null, null)).toEqual(["stance", "actor", "claim"]);
  });

  it("means the innermost where the lane clicked is empty", () => {
    expect(chooseHit(candidates, { ...onText, lane: 3 }, null, null)[0]).toBe("actor");
  });

  it("goes outward with each further click in the same place, and round again", () => {
    const again = (selected: string): string | undefined =>
      chooseHit(candidates, { ...onText, x: 12 }, selected, onText)[0];
    expect(["actor", "stance", "claim"].map(again)).toEqual(["stance", "claim", "actor"]);
  });

  it("starts from the innermost in another place", () => {
    expect(chooseHit(candidates, { ...onText, x: 20 }, "stance", onText)[0]).toBe("actor");
  });

  it("means nothing on bare text", () => {
    expect(chooseHit([], onText, "claim", onText)).toEqual([]);
  });
});
