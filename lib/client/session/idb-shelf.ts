import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { Kept, Shelf } from "./shelf";

/** Whose work on what. */
export interface ShelfKey {
  readonly userId: UserId;
  readonly projectId: ProjectId;
  readonly setId: SetId;
}

interface Row extends ShelfKey, Kept {}

interface Shelves extends DBSchema {
  operations: {
    key: number;
    value: Row;
    indexes: { bySet: [string, string, string]; byOperation: string };
  };
}

const STORE = "operations";

/** The browser's own storage. Rejects where the browser lends none. */
export function openShelves(): Promise<IDBPDatabase<Shelves>> {
  return openDB<Shelves>("triptych", 1, {
    upgrade(database) {
      const store = database.createObjectStore(STORE, { autoIncrement: true });
      store.createIndex("bySet", ["userId", "projectId", "setId"]);
      store.createIndex("byOperation", "operation.id", { unique: true });
    },
    // A newer page wants to change the store: let it, and open again when asked next.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

export function idbShelf(database: IDBPDatabase<Shelves>, { userId, projectId, setId }: ShelfKey): Shelf {
  const key: [string, string, string] = [userId, projectId, setId];
  return {
    load: async () =>
      (await database.getAllFromIndex(STORE, "bySet", key)).map(({ operation, at, refused }) => ({
        operation,
        at,
        refused,
      })),
    keep: async (kept) => {
      const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
      const byOperation = transaction.store.index("byOperation");
      for (const one of kept) {
        const place = await byOperation.getKey(one.operation.id);
        const row = { ...one, userId, projectId, setId };
        await (place === undefined ? transaction.store.add(row) : transaction.store.put(row, place));
      }
      await transaction.done;
    },
    drop: async (ids) => {
      const transaction = database.transaction(STORE, "readwrite");
      const byOperation = transaction.store.index("byOperation");
      for (const id of ids) {
        const place = await byOperation.getKey(id);
        if (place !== undefined) await transaction.store.delete(place);
      }
      await transaction.done;
    },
  };
}

/** The sets on which a person has work in this browser that the server has not taken yet, with how much. */
export async function shelvesOf(
  database: IDBPDatabase<Shelves>,
  userId: UserId,
): Promise<readonly (ShelfKey & { readonly waiting: number })[]> {
  const range = IDBKeyRange.bound([userId], [userId, []]);
  const waiting = new Map<SetId, ShelfKey & { readonly waiting: number }>();
  for (const row of await database.getAllFromIndex(STORE, "bySet", range)) {
    if (row.refused !== null) continue;
    const { projectId, setId } = row;
    waiting.set(setId, { userId, projectId, setId, waiting: (waiting.get(setId)?.waiting ?? 0) + 1 });
  }
  return [...waiting.values()];
}
