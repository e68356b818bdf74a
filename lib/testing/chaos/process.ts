import type { SetId, UserId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { AppError } from "@/lib/core/errors";
import { DocumentIdSchema, ProjectIdSchema, SetIdSchema } from "@/lib/contracts/ids";
import { LogQuery, OperationBatch } from "@/lib/contracts/operations";
import { connect, type Database } from "@/lib/db/client";
import { openLive, type Live } from "@/lib/server/live/live";
import { Reader } from "@/lib/server/live/reader";
import { asAppError, problemResponse } from "@/lib/server/problem";
import { beginFollowing } from "@/lib/usecases/live/begin-following";
import { catchUp } from "@/lib/usecases/live/catch-up";
import type { Context } from "@/lib/usecases/context";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { readLog } from "@/lib/usecases/sets/read-log";
import { contextOf, newId } from "../world";
import type { Host } from "./client";

/** One of several processes of an installation: a pool, a hub and a listening connection of its own, without HTTP. */
export class AppProcess implements Host {
  readonly db: Database;
  readonly live: Live;
  readonly #readers = new Set<Reader>();

  constructor(url: string, { directUrl = url, maxConnections = 5 } = {}) {
    this.db = connect(url, { maxConnections, isPooled: directUrl !== url });
    this.live = openLive({ database: () => this.db, directUrl: () => directUrl });
  }

  contextOf(userId: UserId): Context {
    const { announce, show } = this.live;
    return { ...contextOf(this.db, userId), now: () => new Date(), announce, show };
  }

  /** Answers as the routes do, but for sessions: whoever asks is believed. */
  async ask(userId: UserId, path: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(path, "http://localhost");
    const [, project, kind, id] = /\/projects\/([^/]+)\/(sets|documents)\/([^/]+)/.exec(pathname) ?? [];
    try {
      const projectId = ProjectIdSchema.parse(project);
      if (kind === "documents") {
        const key = { projectId, documentId: DocumentIdSchema.parse(id) };
        return await this.#follow(userId, key, searchParams.get("after"), init.signal ?? null);
      }
      const place = { projectId, setId: SetIdSchema.parse(id) };
      return Response.json(
        init.method === "POST"
          ? await this.#save(userId, place, init.body)
          : await readLog(this.contextOf(userId), {
              ...place,
              ...LogQuery.parse(Object.fromEntries(searchParams)),
            }),
      );
    } catch (error) {
      return problemResponse(asAppError(error), "test");
    }
  }

  cutStreams(): void {
    for (const reader of this.#readers) reader.breakOff();
  }

  async close(): Promise<void> {
    this.live.close();
    await this.db.close();
  }

  async #save(
    userId: UserId,
    place: { readonly projectId: DocumentKey["projectId"]; readonly setId: SetId },
    body: RequestInit["body"],
  ): Promise<unknown> {
    if (typeof body !== "string") throw new AppError("malformed_json");
    const { operations } = OperationBatch.parse(JSON.parse(body));
    return applyOperations(this.contextOf(userId), { ...place, operations });
  }

  async #follow(
    userId: UserId,
    key: DocumentKey,
    after: string | null,
    signal: AbortSignal | null,
  ): Promise<Response> {
    const ctx = this.contextOf(userId);
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
    const body = signal === null ? reader.body : reader.body.pipeThrough(new TransformStream(), { signal });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }
}
