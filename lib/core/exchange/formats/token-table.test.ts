import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bicycleRules } from "@/lib/testing/annotation-builders";
import { aSource, awkwardSources } from "@/lib/testing/training-sources";
import { DocumentText } from "../../text/document-text";
import type { TrainingSource } from "../training-row";
import type { ExportSettings } from "./exporter";
import { tagColumnsOf, tokenTable, type TagScheme, type TokenTable } from "./token-table";
import { tokensOf } from "./tokens";

const SETTINGS: ExportSettings = { tokens: "expand", columns: "labels", cells: "exact" };

function tableOf(source: TrainingSource, settings: Partial<ExportSettings> = {}, scheme: TagScheme = "iob2") {
  const chosen = { ...SETTINGS, ...settings };
  return tokenTable(source, tagColumnsOf([bicycleRules.schema], chosen), chosen, scheme);
}

/** What a reader of tags takes for spans: label and words. */
function spansIn({ tokens, columns }: TokenTable): readonly string[] {
  return columns.flatMap(({ tags }) => {
    const spans: string[][] = [];
    for (const [index, tag] of tags.entries()) {
      const word = tokens[index]?.text ?? "";
      if (/^[BU]-/.test(tag)) spans.push([tag.slice(2), word]);
      else if (tag !== "O") spans.at(-1)?.push(word);
    }
    return spans.map((span) => span.join(" "));
  });
}

const wordsOf = (quote: string) =>
  tokensOf(DocumentText.of(quote), "en")
    .map(({ text }) => text)
    .join("");

describe("tokensOf", () => {
  it("has no blank in a token, and everything else in exactly one", () => {
    fc.assert(
      fc.property(awkwardSources, ({ document: { text } }) => {
        const tokens = tokensOf(DocumentText.of(text), "en");
        expect(tokens.map((token) => token.text).join("")).toBe(text.replace(/[\s\p{Cc}\ufeff]/gu, ""));
        for (const token of tokens) {
          expect([...text].slice(token.start, token.end).join("")).toBe(token.text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("tokenTable", () => {
  it.each(["iob2", "bilou"] as const)("gives back, by %s, every span that it does not report", (scheme) => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const table = tableOf(source, {}, scheme);
        const gone = (id: string) =>
          table.losses.some(({ kind, of }) => of === id && ["span", "overlap", "border"].includes(kind));
        const back = spansIn(table).map((span) => span.replaceAll(" ", ""));
        for (const { id, label, quote } of source.spans) {
          if (!gone(id)) expect(back).toContain(`${label}${wordsOf(quote)}`);
        }
        const moved = table.losses.filter(({ kind }) => kind === "border").length;
        expect(back).toHaveLength(source.spans.filter(({ id }) => !gone(id)).length + moved);
      }),
      { numRuns: 1000 },
    );
  });

  const nested = aSource("The car ban fails.", [
    { start: 0, end: 11, label: "claim" },
    { start: 4, end: 7, label: "actor" },
    { start: 8, end: 11, label: "claim" },
    { start: 5, end: 9, label: "stance" },
  ]);
  const kinds = (table: TokenTable) => table.losses.map(({ kind, of }) => [kind, of?.slice(-2)]);

  it("lets labels overlap in columns of their own, but not two spans of one label", () => {
    expect(spansIn(tableOf(nested))).toEqual(["claim The car ban", "actor car", "stance car ban"]);
    expect(kinds(tableOf(nested))).toEqual([
      ["overlap", "0c"],
      ["border", "0d"],
    ]);
  });

  it("has room for one span at a place in one column", () => {
    expect(spansIn(tableOf(nested, { columns: "one" }))).toEqual(["claim The car ban"]);
  });

  it("widens, narrows or leaves out a span that ends inside of a token", () => {
    const cut = aSource("The car ban fails.", [{ start: 1, end: 7, label: "claim" }]);
    expect(spansIn(tableOf(cut, { tokens: "expand" }))).toEqual(["claim The car"]);
    expect(spansIn(tableOf(cut, { tokens: "contract" }))).toEqual(["claim car"]);
    expect(spansIn(tableOf(cut, { tokens: "strict" }))).toEqual([]);
    expect(kinds(tableOf(cut, { tokens: "strict" }))).toEqual([["span", "0a"]]);
  });
});
