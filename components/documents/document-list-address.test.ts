import { describe, expect, it } from "vitest";
import {
  documentListHref,
  filteredBy,
  nextPage,
  parseListPlace,
  previousPage,
  type DocumentListPlace,
} from "./document-list-address";

const start: DocumentListPlace = { q: "emoji 🚲", state: "submitted", cursor: undefined, trail: [] };

/** What the page gets when somebody opens the address. */
function open(href: string): DocumentListPlace {
  return parseListPlace(Object.fromEntries(new URL(href, "http://x").searchParams));
}

describe("the address of a document list", () => {
  it("brings everybody who opens it to the same page of the same documents", () => {
    const third = nextPage(nextPage(start, "c2"), "c3");
    expect(open(documentListHref("p", third))).toEqual(third);
  });

  it("leads back page by page to the first", () => {
    const third = nextPage(nextPage(start, "c2"), "c3");
    const second = previousPage(third);
    expect(second?.cursor).toBe("c2");
    expect(second && previousPage(second)).toEqual(start);
    expect(previousPage(start)).toBeNull();
  });

  it("ignores what makes no sense in it", () => {
    expect(parseListPlace({ q: ["a", "b"], state: "lost", cursor: "", page: "3" })).toEqual({ trail: [] });
  });

  it("stays short however deep one goes", () => {
    let place = start;
    for (let page = 0; page < 1000; page += 1) place = nextPage(place, `cursor${page}`);
    expect(place.trail).toHaveLength(12);
  });

  it("begins at the first page when the filter changes", () => {
    expect(filteredBy(nextPage(start, "c2"), { q: undefined })).toEqual({ ...start, q: undefined });
  });
});
