import { describe, expect, it } from "vitest";
import { Extra } from "./extra";

const faultOf = (json: string) => {
  const { error } = Extra.safeParse(JSON.parse(json));
  const issue = error?.issues[0];
  return issue === undefined
    ? null
    : [issue.path.join("."), issue.code === "custom" ? issue.params?.["code"] : issue.code];
};

describe("Extra", () => {
  it("takes any JSON object as it is", () => {
    const extra = {
      section: "World",
      pages: [1, 2.5, { deep: null }],
      toString: "a key like any other",
      "": true,
    };
    expect(Extra.parse(extra)).toEqual(extra);
  });

  it("refuses reserved keys, however deep, instead of dropping them", () => {
    expect(faultOf('{"a":[{"__proto__":1}]}')).toEqual(["a.0.__proto__", "forbidden_key"]);
    expect(faultOf('{"constructor":{"prototype":1}}')).toEqual(["constructor", "forbidden_key"]);
  });

  it("refuses what Postgres cannot store, in values and in keys", () => {
    expect(faultOf('{"a":["x\\u0000"]}')).toEqual(["a.0", "nul_char"]);
    expect(faultOf('{"a":{"\\ud800":1}}')).toEqual(["a.\ud800", "ill_formed_unicode"]);
  });

  it("refuses numbers beyond what a number holds, long keys and deep nests", () => {
    expect(faultOf('{"a":1e400}')).toEqual(["a", "invalid_number"]);
    expect(faultOf('{"a":[9007199254740993]}')).toEqual(["a.0", "invalid_number"]);
    expect(faultOf('{"a":9007199254740991}')).toBeNull();
    expect(faultOf(`{"${"k".repeat(201)}":1}`)).toEqual(["k".repeat(201), "too_big"]);
    expect(faultOf(`{"a":${"[".repeat(40)}${"]".repeat(40)}}`)?.[1]).toBe("too_deep");
  });

  it("refuses what is no object", () => {
    for (const json of ["[]", "null", '"x"', "1"]) expect(faultOf(json)).not.toBeNull();
  });
});
