import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./origin";

describe("isOwnOrigin", () => {
  const open = new URL("https://triptych.example.org");
  const local = new URL("http://127.0.0.1:3000");

  it("takes exactly the configured origin", () => {
    expect(isOwnOrigin("https://triptych.example.org", open)).toBe(true);
    expect(isOwnOrigin("https://triptych.example.org:443", open)).toBe(true);
    for (const other of [
      "http://triptych.example.org",
      "https://example.org",
      "https://triptych.example.org:8443",
      "null",
      "",
      "https://localhost",
    ]) {
      expect([other, isOwnOrigin(other, open)]).toEqual([other, false]);
    }
  });

  it("takes every name of this machine on the same port, where it runs on this machine", () => {
    for (const own of [
      "http://localhost:3000",
      "http://127.0.0.1:3000",
      "http://[::1]:3000",
      "http://app.localhost:3000",
    ]) {
      expect([own, isOwnOrigin(own, local)]).toEqual([own, true]);
    }
    for (const other of [
      "http://localhost:3001",
      "https://localhost:3000",
      "http://localhost",
      "http://10.0.0.1:3000",
      "http://localhost.evil.example:3000",
    ]) {
      expect([other, isOwnOrigin(other, local)]).toEqual([other, false]);
    }
  });
});
