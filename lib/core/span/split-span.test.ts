import { describe, expect, it } from "vitest";
import { DocumentText } from "../text/document-text";
import { codePoint } from "../text/offsets";
import { sideBySide } from "./side-by-side";
import type { Span } from "./span";
import { splitSpan } from "./split-span";

const place = (text: string, quote: string): Span => {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  return { start: codePoint(start), end: codePoint(start + Array.from(quote).length) };
};

function parts(text: string, whole: string, from: string): readonly string[] | null {
  const document = DocumentText.of(text);
  const found = splitSpan(document, place(text, whole), place(text, from).start);
  return found && found.map(({ start, end }) => document.slice(start, end));
}

describe("splitSpan", () => {
  it("leaves blanks and punctuation at the cut to neither part", () => {
    expect(parts("So 🚲 a ban; the levy stays.", "🚲 a ban; the levy stays", "the levy")).toEqual([
      "🚲 a ban",
      "the levy stays",
    ]);
  });

  it("keeps quotation marks around a part", () => {
    expect(parts("a “bad” idea, he said", "a “bad” idea, he said", "he")).toEqual([
      "a “bad” idea",
      "he said",
    ]);
  });

  it("makes no part that says nothing", () => {
    expect(parts("“a ban”", "“a ban”", "a ban")).toBeNull();
    expect(parts("a ban", "a ban", "a ban")).toBeNull();
  });
});

describe("sideBySide", () => {
  const text = DocumentText.of("Colombia and Brazil, Peru.");
  const span = (quote: string) => place(text.string, quote);

  it("holds for what overlaps, and for what only blanks and punctuation part", () => {
    expect(sideBySide(text, span("Colombia and"), span("and Brazil"))).toBe(true);
    expect(sideBySide(text, span("Peru"), span("Brazil"))).toBe(true);
  });

  it("does not hold over a word", () => {
    expect(sideBySide(text, span("Colombia"), span("Brazil"))).toBe(false);
  });
});
