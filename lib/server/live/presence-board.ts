import { keyText, type DocumentKey } from "@/lib/core/live/document-key";
import type { Place, Presence } from "@/lib/core/live/presence";

export interface Seen extends Presence {
  readonly place: Place;
}

/** A page says so every quarter of a minute; of whom nothing is heard for this long is not here any more. */
const FORGOTTEN_AFTER_MS = 40_000;
/** Nobody needs more; it keeps a program that invents pages from filling the memory. */
const MOST_PAGES_OF_ONE = 8;
const MOST_IN_DOCUMENT = 200;

/** Who is in which document, as far as this process has heard. Kept in memory alone, and never for long. */
export class PresenceBoard {
  readonly #now: () => number;
  readonly #documents = new Map<string, Map<string, Seen & { readonly heardAt: number }>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  put(presence: Presence): void {
    const { place } = presence;
    const key = keyText(presence);
    const name = `${presence.userId} ${presence.clientId}`;
    const pages = this.#documents.get(key) ?? new Map<string, Seen & { readonly heardAt: number }>();
    // Out and in again, so that the one heard of longest ago stands first.
    pages.delete(name);
    if (place !== null) {
      const own = [...pages].filter(([, { userId }]) => userId === presence.userId);
      const oldest = own.length >= MOST_PAGES_OF_ONE ? own[0] : [...pages][0];
      if (own.length >= MOST_PAGES_OF_ONE || pages.size >= MOST_IN_DOCUMENT) pages.delete(oldest?.[0] ?? "");
      pages.set(name, { ...presence, place, heardAt: this.#now() });
    }
    if (pages.size === 0) this.#documents.delete(key);
    else this.#documents.set(key, pages);
  }

  in(key: DocumentKey): readonly Seen[] {
    return [...(this.#documents.get(keyText(key))?.values() ?? [])];
  }

  /** Forgets whoever has not been heard of for long. */
  tidyUp(): void {
    const since = this.#now() - FORGOTTEN_AFTER_MS;
    for (const [key, pages] of this.#documents) {
      for (const [name, { heardAt }] of pages) if (heardAt < since) pages.delete(name);
      if (pages.size === 0) this.#documents.delete(key);
    }
  }
}
