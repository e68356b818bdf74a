import { AppError } from "@/lib/core/errors";

/**
 * Lets so many pieces of long work through at once: in all, because each holds a database connection, and for each
 * person, so that nobody takes all the places.
 */
export class Gate {
  readonly #inAll: number;
  readonly #perPerson: number;
  readonly #taken = new Map<string, number>();

  constructor(limits: { readonly inAll: number; readonly perPerson: number }) {
    this.#inAll = limits.inAll;
    this.#perPerson = limits.perPerson;
  }

  /**
   * Takes a place and returns the way to give it back, which does no harm a second time.
   * @throws AppError `rate_limited` when the person has all that one may have, `overloaded` when all places are taken.
   */
  enter(person: string | null): () => void {
    const key = person ?? "";
    const mine = this.#taken.get(key) ?? 0;
    if (mine >= this.#perPerson) {
      const detail = `You have ${mine} of these under way. Wait until one is done.`;
      throw new AppError("rate_limited", { detail, retryAfterSeconds: 10 });
    }
    const all = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= this.#inAll) throw new AppError("overloaded", { retryAfterSeconds: 10 });
    this.#taken.set(key, mine + 1);
    return once(() => {
      const left = (this.#taken.get(key) ?? 1) - 1;
      if (left === 0) this.#taken.delete(key);
      else this.#taken.set(key, left);
    });
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
