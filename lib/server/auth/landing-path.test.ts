import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { landingPath, START } from "./landing-path";

const own = new URL("https://triptych.example.org");

describe("landingPath", () => {
  it.each([
    ["/projects/1/documents?q=a#b", "/projects/1/documents?q=a#b"],
    ["https://triptych.example.org/settings", "/settings"],
    ["settings", "/settings"],
  ])("leads %j to %j", (given, path) => {
    expect(landingPath(given, own)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https://triptych.example.org//evil.example",
    "https://triptych.example.org.evil.example",
    "https://triptych.example.org@evil.example",
    "http://triptych.example.org/settings",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://[",
    "",
    "/",
    `/${"a".repeat(10_000)}`,
    ["/settings"],
    null,
    undefined,
    7,
  ])("does not follow %j", (given) => {
    expect(landingPath(given, own)).toBe(START);
  });

  it("always stays on the same origin", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[/\\.\t@:]{0,6}[a-z.]*$/)),
        (given) => {
          expect(new URL(landingPath(given, own), own).origin).toBe(own.origin);
        },
      ),
    );
  });
});
