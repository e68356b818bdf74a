import { LRUCache } from "lru-cache";
import type { UserId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { namesOf } from "@/lib/db/live-repository";

/** Somebody who is renamed is shown so after a minute. */
const names = new LRUCache<UserId, string>({ max: 10_000, ttl: 60_000 });

/** What the people who are somewhere are called. */
export async function namesHere(
  db: Database,
  people: readonly { readonly userId: UserId }[],
): Promise<(userId: UserId) => string> {
  const here = new Map(people.map(({ userId }) => [userId, names.get(userId)]));
  const unknown = [...here].filter(([, name]) => name === undefined).map(([userId]) => userId);
  if (unknown.length > 0) {
    for (const [userId, name] of await namesOf(db.prisma, unknown)) {
      names.set(userId, name);
      here.set(userId, name);
    }
  }
  return (userId) => here.get(userId) ?? "";
}
