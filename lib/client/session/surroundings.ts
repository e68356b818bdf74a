import { companyIn } from "@/lib/core/live/company";
import type { SetId, UserId } from "@/lib/core/ids";
import type { PersonHere } from "@/lib/contracts/live";
import type { LiveState } from "./live-follower";

/** What one hears of a document besides the work itself. */
export interface SurroundingsState {
  /** Who else is at work in the set, by name. */
  readonly company: readonly PersonHere[];
  /** The stream found nobody signed in, or somebody else. */
  readonly isSignedOut: boolean;
  /** The server is of another version than the page. */
  readonly isOutdated: boolean;
}

export const ALONE: SurroundingsState = {
  company: [],
  isSignedOut: false,
  isOutdated: false,
};

export interface SurroundingsParts {
  readonly set: SetId;
  readonly userId: UserId;
  /** The version that the page came with; null: nobody counts versions here. */
  readonly build: string | null;
}

/** What goes on around one person's work on a set. Listeners are called after each change. */
export class Surroundings {
  readonly #parts: SurroundingsParts;
  readonly #listeners = new Set<() => void>();
  #state = ALONE;

  constructor(parts: SurroundingsParts) {
    this.#parts = parts;
  }

  get state(): SurroundingsState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `people`: everybody in the document, oneself among them. */
  present(people: readonly PersonHere[]): void {
    const { set, userId } = this.#parts;
    this.#enter({ company: companyIn(set, people, userId) });
  }

  /** Which version of the server answers. */
  server(build: string): void {
    this.#enter({ isOutdated: this.#parts.build !== null && build !== this.#parts.build });
  }

  connected(state: LiveState): void {
    this.#enter({
      isSignedOut: state === "signed-out",
      // A new stream says who is here by itself, and nothing where nobody is.
      company: state === "live" ? this.#state.company : [],
    });
  }

  #enter(change: Partial<SurroundingsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
