import { describe, expect, it } from "vitest";
import { importFormatOf } from "./import-format";

describe("importFormatOf", () => {
  it.each([
    ["notes.txt", "Moscow warned", "txt"],
    ["NOTES.TXT", "{", "txt"],
    ["articles.jsonl", '{"text":"a"}\n', "jsonl"],
    ["articles.json", '{"text":"a"}\n', "jsonl"],
    ["project.jsonl", '{"type":"archive","version":1}\n', "archive"],
    ["project.jsonl", '\uFEFF{"type": "archive"}', "archive"],
    ["articles.jsonl", '{"type":"article","text":"a"}', "jsonl"],
  ])("takes %s that begins with %s for %s", async (name, content, format) => {
    expect(await importFormatOf(new File([content], name))).toBe(format);
  });
});
