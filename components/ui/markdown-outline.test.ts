import { describe, expect, it } from "vitest";
import { markdownOutline } from "./markdown-outline";

describe("markdownOutline", () => {
  it("finds headings with their level and line", () => {
    expect(markdownOutline("# Task\n\ntext\n## *Actors* ##\n")).toEqual([
      { level: 1, text: "Task", id: "task", line: 1 },
      { level: 2, text: "Actors", id: "actors", line: 4 },
    ]);
  });

  it("takes nothing inside code for a heading", () => {
    expect(
      markdownOutline(
        "```sh\n# not one\n```\n~~~\n# nor this\n```\n~~~\n# One\n    # indented code\n#hashtag",
      ).map(({ text }) => text),
    ).toEqual(["One"]);
  });

  it("gives each heading an id of its own", () => {
    expect(markdownOutline("# A\n# A\n# ???\n# Ü b\n").map(({ id }) => id)).toEqual([
      "a",
      "a-2",
      "section",
      "ü-b",
    ]);
  });
});
