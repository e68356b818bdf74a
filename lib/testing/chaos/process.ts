import type { UserId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { connect, type Database } from "@/lib/db/client";
import { openLive, type Live } from "@/lib/server/live/live";
import { Reader } from "@/lib/server/live/reader";
import { asAppError, problemResponse } from "@/lib/server/problem";
import { beginFollowing } from "@/lib/usecases/live/begin-following";
import { catchUp } from "@/lib/usecases/live/catch-up";
import type { Context } from "@/lib/usecases/context";
import { contextOf, newId } from "../world";

/** One of several processes of an installation: a pool, a hub and a listening connection of its own, without HTTP. */
export class AppProcess {
  readonly db: Database;
  readonly live: Live;
  readonly #readers = new Set<Reader>();

  constructor(url: string, { directUrl = url, maxConnections = 5 } = {}) {
    this.db = connect(url, { maxConnections });
    this.live = openLive({ database: () => this.db, directUrl: () => directUrl });
  }

  contextOf(userId: UserId): Context {
    const { announce, show } = this.live;
    return { ...contextOf(this.db, userId), announce, show };
  }

  /** Answers as the route does, but for sessions: whoever asks is believed. */
  async follow(userId: UserId, key: DocumentKey, after: string | null): Promise<Response> {
    const ctx = this.contextOf(userId);
    try {
      const { access, cursor } = await beginFollowing(ctx, { ...key, after });
      const { hub, startListening } = this.live;
      const reader: Reader = new Reader({
        access,
        documentId: key.documentId,
        credential: { kind: "session", userId, version: 1, sessionId: newId() },
        cursor,
        requestId: "test",
        catchUp: (seqs) => catchUp(ctx, key, seqs),
        onCaughtUp: () => hub.lookAt(key),
        onEnd: () => {
          this.#readers.delete(reader);
          hub.leave(reader);
        },
      });
      this.#readers.add(reader);
      hub.join(reader);
      startListening();
      void reader.catchUp();
      return new Response(reader.body, { headers: { "content-type": "text/event-stream" } });
    } catch (error) {
      return problemResponse(asAppError(error), "test");
    }
  }

  /** Breaks every stream off, as a proxy that is restarted does. */
  cutStreams(): void {
    for (const reader of this.#readers) reader.breakOff();
  }

  async close(): Promise<void> {
    this.live.close();
    await this.db.close();
  }
}
