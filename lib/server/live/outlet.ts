/** An event stream as it is read: a queue that knows its bounds, and an end. */
export interface OutletOptions {
  /** Said to whoever is too slow, before the end. */
  readonly overflow: string;
  /** However it ends, once. */
  readonly onEnd: () => void;
}

const MOST_EVENTS = 256;
const MOST_BYTES = 1024 * 1024;
/** How long the last words wait to be taken before the connection is broken off. */
const LAST_WORDS_MS = 10_000;

/**
 * Carries events to one reader as fast as they are read. What is not taken waits up to 256 events or 1 MiB; then the
 * reader is told to begin again, which costs us nothing that we did not have anyway.
 */
export class Outlet {
  readonly body: ReadableStream<Uint8Array>;
  readonly #options: OutletOptions;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #queue: Uint8Array[] = [];
  #bytes = 0;
  #isWanted = false;
  #wasTaken = true;
  #state: "open" | "ending" | "ended" = "open";
  #whenDrained: (() => void)[] = [];

  constructor(options: OutletOptions) {
    this.#options = options;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        pull: () => this.#wanted(),
        cancel: () => this.breakOff(),
      },
      { highWaterMark: 0 },
    );
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  write(event: string): void {
    if (this.#state !== "open") return;
    const bytes = Buffer.from(event, "utf8");
    const isFull = this.#queue.length >= MOST_EVENTS || this.#bytes + bytes.length > MOST_BYTES;
    // However large, one event alone is let through: it cannot be said in less.
    if (isFull && this.#queue.length > 0) this.#overflow();
    else this.#add(bytes);
  }

  /** Resolves when everything has been taken, or nothing ever will be. */
  async drained(): Promise<void> {
    if (this.#queue.length === 0 || this.#state === "ended") return;
    await new Promise<void>((resolve) => this.#whenDrained.push(resolve));
  }

  /** A sign of life for the connection; a reader who has taken nothing since the last one is not there any more. */
  beat(comment: string): void {
    if (this.#state !== "open") return;
    const isStuck = this.#queue.length > 0 && !this.#wasTaken;
    this.#wasTaken = false;
    if (isStuck) this.#overflow();
    else if (this.#queue.length === 0) this.#add(Buffer.from(comment, "utf8"));
  }

  /** Ends after what waits and these last words have been read. */
  end(lastWords: string): void {
    if (this.#state !== "open") return;
    this.#add(Buffer.from(lastWords, "utf8"));
    this.#state = "ending";
    if (this.#queue.length === 0) this.#close();
    else setTimeout(() => this.breakOff(), LAST_WORDS_MS).unref();
  }

  /** Nobody reads any more. */
  breakOff(): void {
    if (this.#state === "ended") return;
    this.#finish();
    try {
      this.#controller?.error(new Error("nobody reads this any more"));
    } catch {
      // It was cancelled by its reader.
    }
  }

  #overflow(): void {
    this.#queue = [];
    this.#bytes = 0;
    this.end(this.#options.overflow);
  }

  #add(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    this.#bytes += bytes.length;
    if (this.#isWanted) this.#wanted();
  }

  /** The reader waits for more: it gets all there is at once. */
  #wanted(): void {
    this.#isWanted = this.#queue.length === 0;
    if (this.#isWanted) return;
    const all = Buffer.concat(this.#queue);
    this.#queue = [];
    this.#bytes = 0;
    this.#wasTaken = true;
    this.#controller?.enqueue(all);
    for (const resolve of this.#whenDrained.splice(0)) resolve();
    if (this.#state === "ending") this.#close();
  }

  #close(): void {
    this.#finish();
    this.#controller?.close();
  }

  #finish(): void {
    this.#state = "ended";
    this.#queue = [];
    this.#bytes = 0;
    for (const resolve of this.#whenDrained.splice(0)) resolve();
    this.#options.onEnd();
  }
}
