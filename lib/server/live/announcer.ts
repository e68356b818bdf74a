import { keyText, type DocumentKey } from "@/lib/core/live/document-key";
import type { Presence } from "@/lib/core/live/presence";
import type { Database } from "@/lib/db/client";
import { notify } from "@/lib/db/listen";
import { CHANNEL, MOST_IN_MESSAGE, writeMessage, type Message } from "./message";

/** A hint that is sent for each commit would cost a third of the saves a second; one for all of them costs little. */
const GATHERED_FOR_MS = 50;

/** Tells the other processes what was committed here and who is here, gathered over a moment. A lost word costs seconds, nothing else. */
export class Announcer {
  readonly #database: () => Database;
  readonly #process: string;
  readonly #changed = new Map<string, DocumentKey>();
  readonly #present = new Map<string, Presence>();
  #willSend = false;

  constructor(database: () => Database, process: string) {
    this.#database = database;
    this.#process = process;
  }

  announce(changed: DocumentKey): void {
    this.#changed.set(keyText(changed), changed);
    this.#sendSoon();
  }

  show(presence: Presence): void {
    this.#present.set(`${keyText(presence)} ${presence.userId} ${presence.clientId}`, presence);
    this.#sendSoon();
  }

  #sendSoon(): void {
    if (this.#willSend) return;
    this.#willSend = true;
    setTimeout(() => void this.#send(), GATHERED_FOR_MS).unref();
  }

  async #send(): Promise<void> {
    this.#willSend = false;
    const changed = [...this.#changed.values()];
    const present = [...this.#present.values()];
    this.#changed.clear();
    this.#present.clear();
    const messages: readonly Message[] = [
      ...parts(changed).map((documents): Message => ({ kind: "changed", documents })),
      ...parts(present).map((people): Message => ({ kind: "presence", people })),
    ];
    for (const message of messages) {
      const payload = writeMessage({ from: this.#process, message });
      await notify(this.#database(), CHANNEL, payload).catch(() => undefined);
    }
  }
}

function parts<T>(values: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / MOST_IN_MESSAGE);
  return Array.from({ length: count }, (_, index) =>
    values.slice(index * MOST_IN_MESSAGE, (index + 1) * MOST_IN_MESSAGE),
  );
}
