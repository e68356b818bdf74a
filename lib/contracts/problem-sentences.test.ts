import { expect, it } from "vitest";
import { sentencesOf } from "./problem-sentences";

const fault = (path: string, message: string) => ({ path, code: "invalid", message });

it("says what happened, then where it is", () => {
  const faults = [fault("name", "Must not be empty."), fault("", "Nested too deep.")];
  expect(sentencesOf({ message: "Not valid.", faults })).toEqual([
    "Not valid.",
    "name: Must not be empty.",
    "Nested too deep.",
  ]);
});

it("says nothing twice", () => {
  const message = "The archive is damaged (line 3): Not JSON. Nothing was imported.";
  expect(sentencesOf({ message, faults: [fault("line 3", "Not JSON.")] })).toEqual([message]);
});
