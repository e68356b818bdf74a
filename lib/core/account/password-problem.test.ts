import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-problem";

describe("passwordProblem", () => {
  it.each([
    "correct horse battery staple",
    "tr1angle-of-views",
    "ŝlosilvorto por mi",
    "aB3$aB3$aB4$",
    "🚲🚲🌍🌍 yes",
  ])("lets %j pass, whatever it is composed of", (password) => {
    expect(passwordProblem(password, "ana@example.org")).toBeNull();
  });

  it.each([
    "password",
    "Password1!",
    "PASSW0RD",
    "qwertzuiop",
    "iloveyou2024",
    "aaaaaaaa",
    "23456789",
    "hgfedcba",
    "Triptych1",
    "changeme",
  ])("refuses %j, which is guessed first", (password) => {
    expect(passwordProblem(password, null)).toBe("too_common");
  });

  it("takes 8 to 200 characters", () => {
    expect(passwordProblem("x7Gq2Lp", null)).toBe("too_short");
    expect(passwordProblem("x7Gq2Lp9", null)).toBeNull();
    expect(passwordProblem("x7".repeat(100), null)).toBeNull();
    expect(passwordProblem(`${"x7".repeat(100)}y`, null)).toBe("too_long");
  });

  it("refuses the address itself", () => {
    expect(passwordProblem("Ana.Ruiz@example.org", "ana.ruiz@example.org")).toBe("is_the_address");
    expect(passwordProblem("ana.ruiz", "ana.ruiz@example.org")).toBe("is_the_address");
  });
});
