import type { Id } from "@/lib/core/ids";

/** What a session needs of the world around it; tests bring a world of their own. */
export interface Environment {
  /** ISO 8601, UTC. */
  now(): string;
  /** In [0, 1). */
  random(): number;
  /** A new UUIDv7. */
  readonly newId: <K extends string>() => Id<K>;
  /** Calls `act` later; the function it returns calls it off. */
  later(ms: number, act: () => void): () => void;
  /** Runs `act` while no other page of this browser runs one of that name, where the browser can promise that. */
  exclusively<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** One of `places` places of that name, as long as it is kept; null while other pages of this browser have them all. */
  claim(name: string, places: number): Promise<(() => void) | null>;
  /** Where pages of this browser tell each other that there is something to look at. */
  channel(name: string): Channel;
}

export interface Channel {
  post(): void;
  onPost(listener: () => void): void;
  close(): void;
}
