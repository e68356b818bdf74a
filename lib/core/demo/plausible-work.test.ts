import { describe, expect, it } from "vitest";
import { plausibleDocument } from "@/lib/testing/plausible-document";
import { at } from "../at";
import { liveAnnotations, type AnnotationSet } from "../annotation/annotation-set";
import { DocumentText } from "../text/document-text";
import { demoArticle } from "./demo-article";

const SEED = 7;
const articles = Array.from({ length: 60 }, (_, n) => plausibleDocument(SEED, n));

describe("articles of a seed", () => {
  it("are the same every time, and others under another seed", () => {
    expect(demoArticle(SEED, 3)).toEqual(demoArticle(SEED, 3));
    expect(demoArticle(SEED, 3).text).not.toBe(demoArticle(SEED + 1, 3).text);
  });

  it("have their marks where the words stand, emoji and line ends of all kinds included", () => {
    const texts = articles.map(({ article }) => article.text);
    expect(texts.some((text) => text.includes("\r\n"))).toBe(true);
    expect(texts.some((text) => text.includes("🚌"))).toBe(true);
    for (const { article } of articles) {
      const text = DocumentText.of(article.text);
      const quotes = article.marks.map(({ start, end }) => [...article.text].slice(start, end).join(""));
      for (const quote of quotes) expect(quote).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u);
      for (const { end } of article.marks) expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe("plausible work", () => {
  it("can be submitted, whoever does it", () => {
    for (const { sets } of articles)
      expect(sets.map(({ state }) => state)).toEqual(sets.map(() => "submitted"));
  });

  it("is the same for the same seed, and differs between people", () => {
    expect(plausibleDocument(SEED, 5)).toEqual(at(articles, 5));
    const counts = articles.map(({ sets }) => new Set(sets.map((set) => liveAnnotations(set).length)).size);
    expect(counts.filter((different) => different > 1).length).toBeGreaterThan(articles.length / 2);
  });

  it("leaves some articles empty, as tired people do", () => {
    const tired = articles.map(({ sets }) => liveAnnotations(at(sets, 3)).length);
    expect(tired).toContain(0);
    expect(articles.every(({ sets }) => liveAnnotations(at(sets, 0)).length > 0)).toBe(true);
  });

  it("agrees more between careful people than between a careful and a tired one", () => {
    const shared = (a: number, b: number) =>
      articles.reduce((sum, { sets }) => {
        const [mine, others] = [spansOf(at(sets, a)), spansOf(at(sets, b))];
        return sum + [...mine].filter((span) => others.has(span)).length;
      }, 0);
    expect(shared(0, 1)).toBeGreaterThan(shared(0, 3));
  });
});

function spansOf(set: AnnotationSet): ReadonlySet<string> {
  return new Set(liveAnnotations(set).map(({ label, start, end }) => `${label} ${start} ${end}`));
}
