import { DocumentFilter } from "@/lib/contracts/document";

/** What of a document list is in its address: which documents, and which page of them. */
export interface DocumentListPlace {
  readonly q?: string | undefined;
  readonly state?: DocumentFilter["state"];
  readonly cursor?: string | undefined;
  /** Cursors of the pages before this one, nearest last; the first page's is "". */
  readonly trail: readonly string[];
}

/** How many pages one can turn back; the first page is always one step away. */
const MAX_TRAIL = 12;
const FIRST = "first";

/** Keyset pages only lead forward, so the address carries the way back. */
export function documentListHref(projectId: string, { q, state, cursor, trail }: DocumentListPlace): string {
  const query = new URLSearchParams();
  if (q !== undefined && q !== "") query.set("q", q);
  if (state !== undefined) query.set("state", state);
  if (cursor !== undefined) query.set("cursor", cursor);
  if (trail.length > 0) query.set("back", trail.map((one) => (one === "" ? FIRST : one)).join("~"));
  const search = query.toString();
  return `/projects/${projectId}/documents${search === "" ? "" : `?${search}`}`;
}

/** What an address asks for; what makes no sense in it is left out. */
export function parseListPlace(query: Readonly<Record<string, unknown>>): DocumentListPlace {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const { q, state } = DocumentFilter.shape;
  return {
    q: q.safeParse(text(query["q"])).data,
    state: state.safeParse(query["state"]).data,
    cursor: text(query["cursor"]),
    trail: parseTrail(text(query["back"])),
  };
}

function parseTrail(back: string | undefined): readonly string[] {
  if (back === undefined || back === "") return [];
  return back
    .split("~")
    .slice(-MAX_TRAIL)
    .map((one) => (one === FIRST ? "" : one));
}

export function nextPage(place: DocumentListPlace, nextCursor: string): DocumentListPlace {
  return { ...place, cursor: nextCursor, trail: [...place.trail, place.cursor ?? ""].slice(-MAX_TRAIL) };
}

/** The page one came from; null on the first page and where the way back is not known. */
export function previousPage(place: DocumentListPlace): DocumentListPlace | null {
  const last = place.trail.at(-1);
  if (last === undefined) return null;
  return { ...place, cursor: last === "" ? undefined : last, trail: place.trail.slice(0, -1) };
}

/** Another filter begins at its first page. */
export function filteredBy(
  place: DocumentListPlace,
  filter: Pick<DocumentListPlace, "q" | "state">,
): DocumentListPlace {
  return { ...place, ...filter, cursor: undefined, trail: [] };
}
