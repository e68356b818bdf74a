import { describe, expect, it } from "vitest";
import { KeySchema } from "@/lib/contracts/schema";
import { keyFromName } from "./key-from-name";

describe("keyFromName", () => {
  it.each([
    ["Stance holder", "stance_holder"],
    ["  Émetteur (2e) ", "emetteur_2e"],
    ["3rd party", "rd_party"],
    ["made-by", "made_by"],
  ])("proposes for %s a key that the contract takes", (name, key) => {
    expect(keyFromName(name)).toBe(key);
    expect(KeySchema.safeParse(key).success).toBe(true);
  });

  it("proposes nothing for a name without Latin letters", () => {
    expect(keyFromName("立场")).toBe("");
  });
});
