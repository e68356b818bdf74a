import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ERROR_MESSAGES } from "@/lib/contracts/messages";
import { Problem } from "@/lib/contracts/problem";
import { AppError, ERROR_CODES } from "@/lib/core/errors";
import { parseWith } from "./parse";
import { asAppError, isReported, problemResponse, PROBLEMS } from "./problem";

describe("a problem", () => {
  it.each(ERROR_CODES)("of code %s has one status, a title, a sentence and a known shape", async (code) => {
    const response = problemResponse(new AppError(code), "id");
    expect(response.status).toBe(PROBLEMS[code].status);
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({
      code,
      status: response.status,
      requestId: "id",
      detail: ERROR_MESSAGES[code],
      errors: [],
    });
    expect(problem.title).not.toBe("");
    expect(response.headers.has("retry-after")).toBe(response.status === 429 || response.status === 503);
  });

  it("says what the use case says, where it says something", async () => {
    const response = problemResponse(new AppError("conflict", { detail: "The project is not empty." }), "id");
    expect(await response.json()).toMatchObject({ detail: "The project is not empty." });
  });

  it("names at most a hundred faults", async () => {
    const faults = Array.from({ length: 500 }, (_, i) => ({ path: `[${i}]`, code: "invalid", message: "x" }));
    const { errors } = Problem.parse(await problemResponse(new AppError("invalid", { faults }), "id").json());
    expect(errors).toHaveLength(100);
  });

  it("is reported where it is ours, and not where it is the caller's", () => {
    expect(isReported(asAppError(new TypeError("x")))).toBe(true);
    expect(isReported(asAppError({ code: "42P01" }))).toBe(true);
    expect(isReported(asAppError({ code: "22P02" }))).toBe(true);
    expect(isReported(asAppError({ code: "23505" }))).toBe(false);
    expect(isReported(new AppError("not_found"))).toBe(false);
  });
});

describe("parseWith", () => {
  const Batch = z.strictObject({
    operations: z.array(z.strictObject({ body: z.strictObject({ start: z.int().min(0) }) })),
  });
  const faultsOf = (given: unknown) => {
    try {
      parseWith(Batch, given);
    } catch (error) {
      if (error instanceof AppError) return error.faults;
    }
    return [];
  };

  it("says where the fault is", () => {
    const good = { body: { start: 1 } };
    expect(faultsOf({ operations: [good, good, good, { body: { start: -1 } }] })).toMatchObject([
      { path: "operations[3].body.start", code: "too_small" },
    ]);
  });

  it("names each key that is too many", () => {
    expect(
      faultsOf({ operations: [{ body: { start: 1, id: 1, seq: 2 } }] }).map(({ path, code }) => [path, code]),
    ).toEqual([
      ["operations[0].body.id", "unrecognized_keys"],
      ["operations[0].body.seq", "unrecognized_keys"],
    ]);
  });

  it("repeats neither long keys nor what was sent", () => {
    const text = JSON.stringify(
      faultsOf({ operations: [{ body: { start: "my secret text", ["k".repeat(1_000_000)]: 1 } }] }),
    );
    expect(text).not.toContain("my secret text");
    expect(text.length).toBeLessThan(1000);
  });
});
