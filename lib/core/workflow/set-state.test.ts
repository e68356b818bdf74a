import { describe, expect, it } from "vitest";
import { isCompleted, isEditable, nextState, SET_STATES } from "./set-state";

describe("the states of a set", () => {
  it.each([
    ["set.submit", ["new", "in_progress", "returned"], "submitted"],
    ["set.return", ["submitted"], "returned"],
    ["set.accept", ["submitted"], "accepted"],
    ["set.reopen", ["submitted", "accepted"], "in_progress"],
  ] as const)("%s leads from %s to %s and from nowhere else", (transition, from, to) => {
    expect(SET_STATES.filter((state) => nextState(state, transition) === to)).toEqual(from);
    expect(SET_STATES.filter((state) => nextState(state, transition) === null)).toHaveLength(
      SET_STATES.length - from.length,
    );
  });

  it("take edits until they are submitted, and again when returned", () => {
    expect(SET_STATES.filter(isEditable)).toEqual(["new", "in_progress", "returned"]);
  });

  it("say that a set is done exactly while nobody may edit it", () => {
    expect(SET_STATES.filter(isCompleted)).toEqual(["submitted", "accepted"]);
  });
});
