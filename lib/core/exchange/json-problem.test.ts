import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonProblem } from "./json-problem";

describe("jsonProblem", () => {
  it("lets 32 levels pass and no more, and is not fooled by brackets in strings", () => {
    expect(jsonProblem("[".repeat(32) + "]".repeat(32))).toBeNull();
    expect(jsonProblem("[".repeat(33) + "]".repeat(33))).toBe("too_deep");
    expect(jsonProblem(`["${"[".repeat(100)}\\"${"{".repeat(100)}\\\\"]`)).toBeNull();
    expect(jsonProblem("[".repeat(1_000_000))).toBe("too_deep");
    expect(jsonProblem("[]".repeat(100))).toBeNull();
  });

  it.each(["9007199254740993", "-9007199254740993", "1e400", "-1e400", "1e-400", "123456789012345678"])(
    "refuses %s, which would become another number",
    (number) => {
      expect(jsonProblem(`{"n":${number}}`)).toBe("invalid_number");
    },
  );

  it.each([
    "0",
    "-0",
    "1.5",
    "9007199254740991",
    "-9007199254740991",
    "1e3",
    "0e-400",
    "0.1",
    "1.7976931348623157e308",
  ])("takes %s", (number) => {
    expect(jsonProblem(`[${number}]`)).toBeNull();
  });

  it("does not read numbers in strings", () => {
    expect(jsonProblem('{"9007199254740993":"1e400","a\\"1e400":"\\\\"}')).toBeNull();
  });

  it("finds nothing in what JSON.stringify writes of shallow values", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.maxSafeInteger(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (value, int, double) => {
          expect(jsonProblem(JSON.stringify([value, int, int * 1000, double]))).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});
