import { describe, expect, it } from "vitest";
import { z, type core } from "zod";
import { issueWords } from "./issue-words";

/** One thing that goes wrong for each kind of issue that zod knows: a new kind does not compile until it is here. */
const WRONG: Readonly<Record<core.$ZodIssue["code"], readonly (readonly [z.ZodType, unknown, string])[]>> = {
  invalid_type: [
    [z.string(), undefined, "Missing. Give a string."],
    [z.strictObject({}), [], "Must be an object."],
    [z.int(), 1.5, "Must be a whole number."],
    [z.number(), Number.NaN, "Must be a number."],
    [z.date(), "x", "Must be something else."],
  ],
  invalid_value: [
    [z.literal("a"), "b", "Must be “a”."],
    [z.enum(["a", "b"]), 1, "Use one of “a”, “b”."],
  ],
  too_big: [
    [z.string().max(3), "abcd", "At most 3 characters."],
    [z.array(z.any()).max(1), [1, 2], "At most 1 entries."],
    [z.number().lt(3), 3, "Less than 3."],
  ],
  too_small: [
    [z.string().min(1), "", "Must not be empty."],
    [z.string().min(8), "", "At least 8 characters."],
    [z.array(z.any()).min(1), [], "Give at least one."],
    [z.int().min(1), 0, "At least 1."],
    [z.number().gt(0), 0, "More than 0."],
  ],
  invalid_format: [
    [z.uuid(), "x", "Must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057."],
    [z.string().regex(/a/), "b", "Not written in the way that is wanted here."],
  ],
  not_multiple_of: [[z.number().multipleOf(5), 3, "Must be a multiple of 5."]],
  unrecognized_keys: [[z.strictObject({}), { role: 1 }, "Not known here: role. Remove it."]],
  invalid_union: [
    [z.union([z.string(), z.number()]), true, "Has none of the forms that are allowed here."],
    [
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
      { kind: "c" },
      "Use one of “a”, “b”.",
    ],
  ],
  invalid_key: [
    [
      z.record(z.string().max(1), z.any()),
      { long: 1 },
      "The name is not allowed here. At most 1 characters.",
    ],
  ],
  invalid_element: [
    [
      z.map(z.any(), z.string()),
      new Map([[{}, 1]]),
      "Holds something that is not allowed here. Must be a string.",
    ],
  ],
  custom: [[z.string().refine(() => false), "x", "Not allowed here."]],
};

describe("issueWords", () => {
  const cases = Object.entries(WRONG).flatMap(([code, all]) =>
    all.map(([schema, given, words]) => ({ code, schema, given, words })),
  );

  it.each(cases)("says of $code: $words", ({ code, schema, given, words }) => {
    const issue = schema.safeParse(given, { error: issueWords }).error?.issues[0];
    expect([issue?.code, issue?.message]).toEqual([code, words]);
  });

  it("leaves the word to a contract that has a sentence of its own", () => {
    const error = z.string().min(1, "Name it.").safeParse("", { error: issueWords }).error;
    expect(error?.issues[0]?.message).toBe("Name it.");
  });
});
