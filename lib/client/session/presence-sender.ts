import type { Place } from "@/lib/core/live/presence";
import type { SayWhere } from "../api/presence-api";
import type { Environment } from "./environment";

export interface PresenceParts {
  readonly say: SayWhere;
  /** Where the person is now. */
  readonly where: () => Place;
  readonly environment: Pick<Environment, "later">;
}

/** Others look on calmly; more often would only cost. */
const REST_MS = 1_000;
/** The server forgets whoever is silent for 40 s. */
const SILENCE_MS = 15_000;

/** Says where a person is in a document: at most once a second, only what is new, and now and then that they are still there. */
export class PresenceSender {
  readonly #parts: PresenceParts;
  #said: string | null = null;
  #isResting = false;
  #hasMoved = false;
  #isClosed = false;
  #cancel: () => void = () => undefined;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
  }

  /** The person may be somewhere else by now. */
  moved(): void {
    if (this.#isClosed) return;
    if (this.#isResting) this.#hasMoved = true;
    else this.#say("what is new");
  }

  /** Nobody looks at the page any more, until `moved`. */
  leave(): void {
    this.#cancel();
    this.#isResting = false;
    this.#hasMoved = false;
    if (this.#said === null) return;
    this.#said = null;
    this.#parts.say(null);
  }

  close(): void {
    this.leave();
    this.#isClosed = true;
  }

  #say(what: "what is new" | "that one is here"): void {
    const place = this.#parts.where();
    const words = JSON.stringify(place);
    if (what === "what is new" && words === this.#said) return;
    this.#cancel();
    this.#said = words;
    this.#hasMoved = false;
    this.#isResting = true;
    this.#parts.say(place);
    this.#cancel = this.#parts.environment.later(REST_MS, () => this.#rested());
  }

  #rested(): void {
    this.#isResting = false;
    this.#cancel = this.#parts.environment.later(SILENCE_MS, () => this.#say("that one is here"));
    if (this.#hasMoved) this.#say("what is new");
  }
}
