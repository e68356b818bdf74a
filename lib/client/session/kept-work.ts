import type { Operation } from "@/lib/core/annotation/operation";
import type { OperationId } from "@/lib/core/ids";
import type { Kept, RefusalNote, Shelf } from "./shelf";

interface KeptWorkParts {
  readonly shelf: Shelf;
  /** The time; ISO 8601. */
  readonly now: () => string;
  /** What lies on the shelf is different, so that other pages of this person should look. */
  readonly moved: () => void;
  /** What is said of it here is different. */
  readonly changed: () => void;
}

/**
 * What of one's work on a set lies on the device until the server has it, and what was set aside because the server did
 * not take it. What this page has settled stays settled, whatever the shelf says.
 */
export class KeptWork {
  readonly #parts: KeptWorkParts;
  readonly #times = new Map<OperationId, string>();
  /** Operations that are not on the shelf as they stand: not yet, or since there was no room. */
  readonly #unshelved = new Set<OperationId>();
  /** Operations that have their answer. */
  readonly #settled = new Set<OperationId>();
  #refused: readonly Kept[] = [];
  #isRead = false;

  constructor(parts: KeptWorkParts) {
    this.#parts = parts;
  }

  /** Until then nobody knows what an earlier visit left. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** What the server did not take, until somebody tries again or throws it away. */
  get refused(): readonly Kept[] {
    return this.#refused;
  }

  /** Whether all of them lie on the shelf as they stand. */
  holds(operations: readonly Operation[]): boolean {
    return !operations.some(({ id }) => this.#unshelved.has(id));
  }

  /** Puts new operations on the shelf. Where there is no room they live in this page only, and `holds` says so. */
  keep(operations: readonly Operation[]): Promise<void> {
    const at = this.#parts.now();
    for (const { id } of operations) this.#times.set(id, at);
    return this.#shelve(operations.map((operation) => ({ operation, at, refused: null })));
  }

  /** Looks what an earlier visit or another page left; null where that cannot be read. */
  async read(): Promise<{
    readonly waiting: readonly Operation[];
    readonly aside: ReadonlySet<OperationId>;
  } | null> {
    const kept = await this.#parts.shelf.load().catch(() => null);
    this.#isRead = true;
    if (kept === null) return null;
    for (const { operation, at } of kept) this.#times.set(operation.id, at);
    const aside = kept.filter(({ refused }) => refused !== null);
    const isAside = new Set(aside.map(({ operation }) => operation.id));
    const refusedHere = this.#refused.filter(
      ({ operation: { id } }) => this.#unshelved.has(id) && !isAside.has(id),
    );
    this.#refused = [...aside, ...refusedHere];
    const waiting = kept
      .filter(({ refused, operation }) => refused === null && !this.#settled.has(operation.id))
      .map(({ operation }) => operation);
    return { waiting, aside: isAside };
  }

  /** Sets aside those that there is a note on. @returns their ids, and when it is known whether they could be stored. */
  setAside(
    notes: ReadonlyMap<OperationId, RefusalNote>,
    among: readonly Operation[],
  ): { readonly ids: ReadonlySet<OperationId>; readonly stored: Promise<void> } {
    const refused = among.flatMap((operation): readonly Kept[] => {
      const note = notes.get(operation.id);
      const at = this.#times.get(operation.id) ?? this.#parts.now();
      return note === undefined ? [] : [{ operation, at, refused: note }];
    });
    const ids = new Set(refused.map(({ operation }) => operation.id));
    for (const id of ids) this.#settled.add(id);
    this.#refused = [...this.#refused.filter(({ operation }) => !ids.has(operation.id)), ...refused];
    return { ids, stored: this.#shelve(refused) };
  }

  /** They have their answer. */
  drop(ids: readonly OperationId[]): void {
    if (ids.length === 0) return;
    for (const id of ids) {
      this.#settled.add(id);
      this.#unshelved.delete(id);
    }
    void this.#parts.shelf.drop(ids).then(this.#parts.moved, () => undefined);
  }

  /** Nobody wants an answer to these any more. */
  discard(ids: ReadonlySet<OperationId>): void {
    this.#refused = this.#refused.filter(({ operation }) => !ids.has(operation.id));
    this.drop([...ids]);
  }

  #shelve(kept: readonly Kept[]): Promise<void> {
    for (const { operation } of kept) this.#unshelved.add(operation.id);
    return this.#parts.shelf.keep(kept).then(
      () => {
        for (const { operation } of kept) this.#unshelved.delete(operation.id);
        this.#parts.moved();
        this.#parts.changed();
      },
      () => undefined,
    );
  }
}
