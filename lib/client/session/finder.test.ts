import { describe, expect, it } from "vitest";
import { DocumentText } from "@/lib/core/text/document-text";
import { codePoint, type CodePoint } from "@/lib/core/text/offsets";
import { Finder, foundWords } from "./finder";

const TEXT = DocumentText.of("🚲 Ruiz backs it. Greens object; Ruiz stays, says ruiz.");

function aFinder(reading = 0) {
  const shown: (CodePoint | string)[] = [];
  const finder = new Finder(TEXT, () => undefined);
  finder.attach({ reveal: (target) => shown.push(target), readingPosition: () => codePoint(reading) });
  return { finder, shown };
}

describe("the finder", () => {
  it("begins with what follows where one reads, and goes round", () => {
    const { finder, shown } = aFinder(20);
    finder.open(null);
    finder.search("ruiz");
    expect(foundWords(finder.state)).toBe("2 of 3");
    finder.step("forward");
    finder.step("forward");
    expect(foundWords(finder.state)).toBe("1 of 3");
    finder.step("back");
    expect(shown).toEqual([32, 49, 2, 49]);
  });

  it("takes what is selected for what is looked for", () => {
    const { finder } = aFinder();
    finder.open({ start: codePoint(32), end: codePoint(36) }, codePoint(32));
    expect([finder.state.query, finder.place?.start]).toEqual(["Ruiz", 32]);
  });

  it("stays where it is while one goes on typing", () => {
    const { finder } = aFinder();
    finder.open(null);
    finder.search("r");
    finder.search("ru");
    finder.step("forward");
    finder.search("rui");
    expect(foundWords(finder.state)).toBe("2 of 3");
  });

  it("minds capitals when asked to, and says that nothing was found", () => {
    const { finder } = aFinder();
    finder.open(null);
    finder.search("ruiz", { matchCase: true, wholeWords: true });
    expect(foundWords(finder.state)).toBe("1 of 1");
    finder.search("Ruizz");
    expect([foundWords(finder.state), finder.place]).toEqual(["Not found", null]);
  });

  it("marks nothing once it is closed, and knows what was looked for", () => {
    const { finder } = aFinder();
    finder.open(null);
    finder.search("ruiz");
    finder.step("forward");
    finder.close();
    expect(finder.state.found).toEqual([]);
    finder.step("forward");
    expect([finder.state.isOpen, foundWords(finder.state)]).toEqual([true, "3 of 3"]);
  });
});
