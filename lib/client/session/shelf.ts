import type { Operation } from "@/lib/core/annotation/operation";
import type { OperationId } from "@/lib/core/ids";

/** Why the server did not take an operation: a code for programs and a sentence for people. */
export interface RefusalNote {
  readonly code: string;
  readonly message: string;
}

/** An operation that the server has not taken, or will not. */
export interface Kept {
  readonly operation: Operation;
  /** When it was done; ISO 8601. */
  readonly at: string;
  readonly refused: RefusalNote | null;
}

/** Where the operations of one person on one set lie until the server has them, in the order they were done. */
export interface Shelf {
  load(): Promise<readonly Kept[]>;
  /** Puts new ones at the end and known ones in their place. Rejects when they could not be stored. */
  keep(kept: readonly Kept[]): Promise<void>;
  drop(ids: readonly OperationId[]): Promise<void>;
}

/** A shelf that is gone with the page: for browsers that lend no storage. */
export function memoryShelf(): Shelf {
  const kept = new Map<OperationId, Kept>();
  return {
    load: () => Promise.resolve([...kept.values()]),
    keep: (more) => {
      for (const one of more) kept.set(one.operation.id, one);
      return Promise.resolve();
    },
    drop: (ids) => {
      for (const id of ids) kept.delete(id);
      return Promise.resolve();
    },
  };
}
