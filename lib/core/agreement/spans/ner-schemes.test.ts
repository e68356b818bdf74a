import { describe, expect, it } from "vitest";
import { unit } from "@/lib/testing/measured-documents";
import { nerSchemes, schemeScores } from "./ner-schemes";

describe("the schemes of named-entity work", () => {
  it("judge a guess with wrong borders each in its way", () => {
    const { strict, exact, partial, ent_type } = nerSchemes([unit(0, 10, "PER")], [unit(2, 10, "PER")]);
    expect(strict).toMatchObject({ correct: 0, incorrect: 1 });
    expect(exact).toMatchObject({ correct: 0, incorrect: 1 });
    expect(partial).toMatchObject({ correct: 0, partial: 1 });
    expect(ent_type).toMatchObject({ correct: 1, incorrect: 0 });
    expect(schemeScores(partial).f1.value).toBe(0.5);
  });

  it("count what was missed and what was made up", () => {
    const { strict } = nerSchemes([unit(0, 5, "PER")], [unit(20, 25, "PER")]);
    expect(strict).toEqual({ correct: 0, incorrect: 0, partial: 0, missed: 1, spurious: 1 });
  });

  it("give a true unit away once only", () => {
    const { exact, partial } = nerSchemes([unit(0, 10, "PER")], [unit(0, 10, "PER"), unit(0, 10, "PER")]);
    expect(exact).toMatchObject({ correct: 1, spurious: 1 });
    expect(partial).toMatchObject({ correct: 1, spurious: 1 });
  });

  it("have no scores without units", () => {
    const scores = schemeScores(nerSchemes([], []).strict);
    expect([scores.precision.value, scores.recall.value, scores.f1.value]).toEqual([null, null, null]);
  });
});
