import { describe, expect, it } from "vitest";
import { DUPLICATE_POLICIES, fateOf } from "./duplicate-policy";

const line = { externalId: "a", textSha256: "1" };

describe("the fate of a line", () => {
  it.each(DUPLICATE_POLICIES)("is to be created while nobody has its name (%s)", (policy) => {
    expect(fateOf(line, undefined, policy)).toBe("create");
  });

  it.each([
    ["skip", "skip", { code: "text_differs" }],
    ["update", "update", { code: "text_differs" }],
    ["error", { code: "duplicate_external_id" }, { code: "duplicate_external_id" }],
  ] as const)("where its name is taken follows the policy %s", (policy, sameText, otherText) => {
    const fate = (textSha256: string) => fateOf(line, { textSha256, inTrash: false }, policy);
    expect([fate("1"), fate("2")]).toEqual(
      [sameText, otherText].map((one) =>
        typeof one === "string" ? one : (expect.objectContaining(one) as unknown),
      ),
    );
  });

  it.each(DUPLICATE_POLICIES)("is to be named while its name lies in the trash (%s)", (policy) => {
    expect(fateOf(line, { textSha256: "1", inTrash: true }, policy)).toMatchObject({ code: "in_trash" });
  });
});
