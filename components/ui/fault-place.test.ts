import { describe, expect, it } from "vitest";
import { faultPlace } from "./fault-place";

const values = { labels: [{ key: "claim", values: "a\nb", hotkey: null }], text: "" };

describe("the place of a fault in a form", () => {
  it.each([
    ["labels[0].key", "labels.0.key"],
    ["labels.0.hotkey", "labels.0.hotkey"],
    ["labels[0].values[1]", "labels.0.values"],
    ["labels[7].key", "labels"],
    ["text", "text"],
  ])("is for %s the field %s", (path, place) => {
    expect(faultPlace(values, path)).toBe(place);
  });

  it.each(["projectId", "", "constructor", "text.length"])(
    "is nowhere, or at the nearest field, for %s",
    (path) => {
      expect(faultPlace(values, path)).toBe(path.startsWith("text") ? "text" : null);
    },
  );
});
