import type { Access, Credential } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, SetId, UserId } from "@/lib/core/ids";
import type { Cursor } from "@/lib/core/live/cursor";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { PersonHere } from "@/lib/contracts/live";
import type { CaughtUp } from "@/lib/usecases/live/catch-up";
import type { Following, News } from "@/lib/usecases/live/look-again";
import { logFailure } from "../log";
import { frameEvent, HEARTBEAT, namedEvent, retryAfter } from "./events";
import { Outlet } from "./outlet";

export interface ReaderOptions {
  readonly access: Access;
  readonly documentId: DocumentId;
  readonly credential: Credential;
  readonly cursor: Cursor;
  readonly requestId: string;
  /** Leads from where the reader stands to where the sets are. */
  readonly catchUp: (seqs: ReadonlyMap<SetId, number>) => AsyncGenerator<CaughtUp>;
  /** There may be more since: look again. */
  readonly onCaughtUp: () => void;
  readonly onEnd: () => void;
}

const RESYNC = namedEvent("resync", {});

/** One open stream: what its reader has been told, and how to tell them more. */
export class Reader implements Following {
  readonly access: Access;
  readonly documentId: DocumentId;
  readonly credential: Credential;
  readonly epoch: string;
  readonly seqs: Map<SetId, number>;
  readonly #options: ReaderOptions;
  readonly #outlet: Outlet;
  #isCatchingUp = false;
  #isLive = false;
  #people = "[]";

  constructor(options: ReaderOptions) {
    const { access, documentId, credential, cursor, onEnd } = options;
    this.access = access;
    this.documentId = documentId;
    this.credential = credential;
    this.epoch = cursor.epoch;
    this.seqs = new Map(cursor.seqs);
    this.#options = options;
    this.#outlet = new Outlet({ overflow: RESYNC, onEnd });
    this.#outlet.write(`${retryAfter(Math.random())}\n`);
  }

  get body(): ReadableStream<Uint8Array> {
    return this.#outlet.body;
  }

  get key(): DocumentKey {
    return { projectId: this.access.projectId, documentId: this.documentId };
  }

  get userId(): UserId {
    return this.credential.userId;
  }

  /** Tells what the reader has missed, page by page as they take it; from then on, `tell` does. */
  async catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    try {
      for await (const step of this.#options.catchUp(this.seqs)) {
        await this.#outlet.drained();
        if (!this.#outlet.isOpen) return;
        this.#take(step);
      }
    } catch (error) {
      this.#fail(error);
      return;
    } finally {
      this.#isCatchingUp = false;
    }
    if (!this.#isLive) this.#outlet.write(namedEvent("live", {}, this.#cursor));
    this.#isLive = true;
    this.#options.onCaughtUp();
  }

  tell(news: News, people: (visible: ReadonlySet<SetId>) => readonly PersonHere[]): void {
    if (news.kind === "revoked") this.#outlet.end(namedEvent("revoked", {}));
    else if (this.#isCatchingUp || !this.#isLive) return;
    else if (news.kind === "resync") this.#outlet.end(RESYNC);
    else {
      for (const set of news.hidden) this.#take({ kind: "hidden", set });
      for (const frame of news.frames) this.#take({ kind: "frame", frame });
      this.#showPeople(people(news.visible));
      if (news.isFarBehind) void this.catchUp();
    }
  }

  beat(): void {
    this.#outlet.beat(HEARTBEAT);
  }

  /** The server goes. */
  sayBye(): void {
    this.#outlet.end(retryAfter(Math.random()) + namedEvent("bye", {}));
  }

  /** The reader has hung up. */
  breakOff(): void {
    this.#outlet.breakOff();
  }

  get #cursor(): Cursor {
    return { epoch: this.epoch, seqs: this.seqs };
  }

  #take(step: CaughtUp): void {
    switch (step.kind) {
      case "hidden":
        this.seqs.delete(step.set);
        this.#outlet.write(namedEvent("hidden", { set: step.set }, this.#cursor));
        return;
      case "snapshot":
        this.seqs.set(step.snapshot.id, step.snapshot.seq);
        this.#outlet.write(namedEvent("snapshot", step.snapshot, this.#cursor));
        return;
      case "frame":
        this.seqs.set(step.frame.set, step.frame.to);
        this.#outlet.write(frameEvent(step.frame, this.#cursor));
        return;
    }
  }

  /** Told only to whom it is news: others' coming and going would else show in the timing. */
  #showPeople(people: readonly PersonHere[]): void {
    const text = JSON.stringify(people);
    if (text === this.#people) return;
    this.#people = text;
    this.#outlet.write(namedEvent("presence", { people }));
  }

  #fail(error: unknown): void {
    const isDenied = error instanceof AppError && (error.code === "not_found" || error.code === "forbidden");
    if (isDenied) this.#outlet.end(namedEvent("revoked", {}));
    else {
      logFailure(this.#options.requestId, error);
      this.sayBye();
    }
  }
}
