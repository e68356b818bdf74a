import type { UserId } from "@/lib/core/ids";
import { setApi } from "../api/set-api";
import { browserEnvironment } from "./browser-environment";
import { idbShelf, openShelves, shelvesOf, type ShelfKey } from "./idb-shelf";
import { noteOf } from "./note-of";
import { Outbox } from "./outbox";
import type { Kept, Shelf } from "./shelf";

/** How many operations of this person lie in this browser that the server has not taken. Ask before signing out. */
export async function unsentWork(userId: UserId): Promise<number> {
  const database = await openShelves().catch(() => null);
  if (database === null) return 0;
  const shelves = await shelvesOf(database, userId);
  database.close();
  return shelves.reduce((sum, { waiting }) => sum + waiting, 0);
}

/**
 * Sends what this person left behind on sets that are not open: the lid was closed, the train had no signal. What is
 * refused stays on the shelf until its document is opened. @returns a function that stops it.
 */
export function sendUnsentWork(userId: UserId, isOpen: (key: ShelfKey) => boolean): () => void {
  const outboxes: Outbox[] = [];
  let isStopped = false;
  const start = async (): Promise<void> => {
    const database = await openShelves().catch(() => null);
    if (database === null) return;
    for (const key of await shelvesOf(database, userId)) {
      if (isStopped || isOpen(key)) continue;
      const outbox = outboxOf(key, idbShelf(database, key));
      outboxes.push(outbox);
      outbox.wake();
    }
  };
  void start();
  return () => {
    isStopped = true;
    for (const outbox of outboxes) outbox.close();
  };
}

function outboxOf(key: ShelfKey, shelf: Shelf): Outbox {
  const api = setApi(key, browserEnvironment.newId());
  const waiting = async (): Promise<readonly Kept[]> =>
    (await shelf.load().catch(() => [])).filter(({ refused }) => refused === null);
  return new Outbox(
    `triptych ${key.userId} ${key.setId}`,
    {
      waiting: async () => (await waiting()).map(({ operation }) => operation),
      send: (operations) => api.send(operations),
      answered: async (_operations, { results }) => {
        const kept = new Map((await waiting()).map((one) => [one.operation.id, one]));
        const refused = results.flatMap((result): readonly Kept[] => {
          const one = kept.get(result.id);
          return one === undefined || result.status === "ok"
            ? []
            : [{ ...one, refused: noteOf(result.reason) }];
        });
        await shelf.keep(refused);
        await shelf.drop(results.filter(({ status }) => status === "ok").map(({ id }) => id));
        return true;
      },
      // It stays on the shelf, and is tried again on the next visit.
      closed: () => undefined,
      refused: async (notes) => {
        const refused = (await waiting()).flatMap((one): readonly Kept[] => {
          const note = notes.get(one.operation.id);
          return note === undefined ? [] : [{ ...one, refused: note }];
        });
        await shelf.keep(refused);
      },
    },
    browserEnvironment,
    () => undefined,
  );
}
