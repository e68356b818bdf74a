import { describe, expect, it } from "vitest";
import { figuresCsv } from "./figures-csv";

describe("the figures as a table", () => {
  it("has a line for each figure, with names for annotators and the reason where there is no number", () => {
    const figures = [
      {
        entry: "span-f1-exact",
        name: "f1",
        label: null,
        annotators: null,
        coefficient: { value: 0.4, reason: null },
      },
      {
        entry: "span-f1-exact",
        name: "f1",
        label: "claim",
        annotators: ["u1", "u2"],
        coefficient: { value: null, reason: "no_units" },
      },
    ] as const;
    const annotators = [
      { id: "u1", name: "Ana" },
      { id: "u2", name: "=Ben, B." },
    ];
    expect(figuresCsv(figures, annotators)).toBe(
      "measure,figure,label,annotators,value,reason\r\n" +
        "span-f1-exact,f1,,,0.4,\r\n" +
        'span-f1-exact,f1,claim,"Ana / =Ben, B.",,no_units\r\n',
    );
  });
});
