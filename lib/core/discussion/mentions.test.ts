import { describe, expect, it } from "vitest";
import type { UserId } from "../ids";
import { mentionsIn } from "./mentions";

const person = (id: string, name: string) => ({ id: id as UserId, name });
const people = [person("1", "Ana"), person("2", "Ana Torres"), person("3", "Ben")];

describe("mentions", () => {
  it.each([
    ["@Ben, look at this", ["3"]],
    ["look, @Ana Torres and @Ben", ["2", "3"]],
    ["@Ana: no", ["1"]],
    ["ben@example.org", []],
    ["Ben knows", []],
    ["", []],
  ])("in “%s” are %j", (text, ids) => {
    expect(mentionsIn(text, people)).toEqual(ids);
  });

  it("of a name that two have are both", () => {
    expect(mentionsIn("@Ben", [person("3", "Ben"), person("4", "Ben")])).toEqual(["3", "4"]);
  });
});
