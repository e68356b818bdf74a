import type { Page } from "@/lib/contracts/page";
import type { Found } from "@/lib/db/found";
import { encodeCursor } from "./cursor";

/**
 * The page that `limit` rows make, of which one more was asked for than it shows: that one says whether there is a next.
 */
export function pageOf<Row, Item>(
  { rows, total }: Found<Row>,
  limit: number,
  { item, place }: { readonly item: (row: Row) => Item; readonly place: (row: Row) => readonly string[] },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(place(last)) : null,
    total,
  };
}
