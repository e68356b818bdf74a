import { describe, expect, it } from "vitest";
import { idOf, op, perform } from "@/lib/testing/annotation-builders";
import { reviewed } from "@/lib/testing/review-builders";
import { measuredDocument } from "./measured-document";

const marked = reviewed(1, [["actor", 0, 10]]);
const article = { id: "article", length: 56 };
const completed = (set: typeof marked) => ({ ...set, state: "submitted" as const });

describe("a document as measures see it", () => {
  it("has who completed it, with what stands there and also with nothing", () => {
    const { set: emptied } = perform(marked, [op.remove(idOf(1000))]);
    const { sets } = measuredDocument(article, [
      { annotator: "ana", set: completed(marked) },
      { annotator: "ben", set: completed(emptied) },
    ]);
    expect([...sets].map(([annotator, { units }]) => [annotator, units.length])).toEqual([
      ["ana", 1],
      ["ben", 0],
    ]);
  });

  it("has nobody who is still at work, and no set but an annotator's own", () => {
    const { sets } = measuredDocument(article, [
      { annotator: "ana", set: marked },
      { annotator: "ben", set: { ...completed(marked), state: "returned" } },
      { annotator: "gold", set: { ...completed(marked), kind: "gold" } },
      { annotator: "model", set: { ...completed(marked), kind: "suggested" } },
      { annotator: "cem", set: { ...completed(marked), state: "accepted" } },
    ]);
    expect([...sets.keys()]).toEqual(["cem"]);
  });

  it("refuses two completed sets of one annotator", () => {
    const twice = { annotator: "ana", set: completed(marked) };
    expect(() => measuredDocument(article, [twice, twice])).toThrow("twice");
  });
});
