import { describe, expect, it } from "vitest";
import {
  documentListHref,
  filteredBy,
  nextPage,
  parseTrail,
  previousPage,
  type DocumentListPlace,
} from "./document-list-address";

const start: DocumentListPlace = { q: "emoji 🚲", state: "submitted", cursor: undefined, trail: [] };

/** What the page gets when somebody opens the address. */
function open(href: string): DocumentListPlace {
  const query = new URL(href, "http://x").searchParams;
  return {
    q: query.get("q") ?? undefined,
    state: (query.get("state") ?? undefined) as DocumentListPlace["state"],
    cursor: query.get("cursor") ?? undefined,
    trail: parseTrail(query.get("back") ?? undefined),
  };
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

  it("stays short however deep one goes", () => {
    let place = start;
    for (let page = 0; page < 1000; page += 1) place = nextPage(place, `cursor${page}`);
    expect(place.trail).toHaveLength(12);
  });

  it("begins at the first page when the filter changes", () => {
    expect(filteredBy(nextPage(start, "c2"), { q: undefined })).toEqual({ ...start, q: undefined });
  });
});
