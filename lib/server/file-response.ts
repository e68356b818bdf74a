import { setTimeout as wait } from "node:timers/promises";
import { onDrain } from "./drain";
import { logBrokenFile } from "./log";
import { asAppError } from "./problem";

/** A file that is made while it is sent. */
export interface SentFile {
  /** In plain ASCII. */
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** How long a reader may leave what is ready lying before we take it for gone. */
const IDLE_MS = 5 * 60 * 1000;
/** How long a file under way may go on when the server is asked to stop. */
const GRACE_MS = 10 * 1000;

/**
 * Sends a file as fast as it is read and no faster. What fails before the first bytes is thrown, and becomes a problem;
 * what fails later breaks the connection off, so that nobody takes a part for the whole. A reader who hangs up, or
 * stops reading for five minutes, ends the work behind it.
 */
export async function fileResponse(request: Request, file: SentFile, idleMs = IDLE_MS): Promise<Response> {
  const first = await file.bytes.next();
  const stream = new ReadableStream(new FileSource(file, first, request.signal, idleMs), {
    highWaterMark: 0,
  });
  return new Response(stream, {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${file.name}"`,
      "cache-control": "no-transform",
    },
  });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

class FileSource implements UnderlyingDefaultSource<Uint8Array> {
  #ended = false;
  #tidyUp: () => void = () => undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: SentFile,
    private readonly first: IteratorResult<Uint8Array, unknown>,
    private readonly signal: AbortSignal,
    private readonly idleMs: number,
  ) {}

  /** On a hang-up Next fires the signal, but does not cancel the stream. */
  start(controller: Controller): void {
    const abandon = () => this.#break(controller, new Error("nobody reads this any more"));
    const over = new Promise<void>((resolve) => {
      const withdraw = onDrain(async () => {
        await Promise.race([over, wait(GRACE_MS, undefined, { ref: false })]);
        abandon();
      });
      this.signal.addEventListener("abort", abandon);
      this.#tidyUp = () => {
        this.signal.removeEventListener("abort", abandon);
        withdraw();
        resolve();
      };
    });
    if (this.signal.aborted) abandon();
    else this.#send(controller, this.first);
  }

  async pull(controller: Controller): Promise<void> {
    clearTimeout(this.#idle);
    try {
      const next = await this.file.bytes.next();
      if (!this.#ended) this.#send(controller, next);
    } catch (error) {
      logBrokenFile(this.file.name, asAppError(error));
      this.#break(controller, error);
    }
  }

  async cancel(): Promise<void> {
    this.#finish();
    await this.file.bytes.return(undefined);
  }

  #send(controller: Controller, next: IteratorResult<Uint8Array, unknown>): void {
    if (next.done === true) {
      this.#finish();
      controller.close();
      return;
    }
    controller.enqueue(next.value);
    this.#idle = setTimeout(
      () => this.#break(controller, new Error("the reader stopped reading")),
      this.idleMs,
    );
    this.#idle.unref();
  }

  #break(controller: Controller, reason: unknown): void {
    if (this.#ended) return;
    this.#finish();
    controller.error(reason);
    this.file.bytes.return(undefined).catch(() => undefined);
  }

  #finish(): void {
    this.#ended = true;
    clearTimeout(this.#idle);
    this.#tidyUp();
  }
}
