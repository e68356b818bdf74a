import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalEmail } from "./canonical-email";

describe("canonicalEmail", () => {
  it.each([
    ["Ana.Ruiz@Example.ORG", "ana.ruiz@example.org"],
    ["  ana@example.org\n", "ana@example.org"],
    ["ａｎａ@example.org", "ana@example.org"],
    ["ana+news@sub.example.org", "ana+news@sub.example.org"],
    ["jürgen@example.org", "jürgen@example.org"],
    ["root@localhost", "root@localhost"],
  ])("stores %j as %j", (given, stored) => {
    expect(canonicalEmail(given)).toBe(stored);
  });

  it.each([
    "a@x,b@x",
    '"e@evil"@x',
    "a＠x",
    "a@b＠x",
    "a@x.",
    "a@.x",
    ".a@x",
    "a..b@x",
    "a b@x",
    "a@x y",
    "a@",
    "@x",
    "ax",
    "",
    "<a@x>",
    "a@[127.0.0.1]",
    "a@x\u0000",
    "a@x\r\nBcc: b@x",
    `${"a".repeat(300)}@x.org`,
  ])("refuses %j", (given) => {
    expect(canonicalEmail(given)).toBeNull();
  });

  it("leaves what it has made alone", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (given) => {
        const once = canonicalEmail(given);
        expect(once === null ? null : canonicalEmail(once)).toBe(once);
      }),
    );
  });
});
