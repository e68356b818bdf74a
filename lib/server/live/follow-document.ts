import { v7 } from "uuid";
import { AppError } from "@/lib/core/errors";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { SERVER_BUILD } from "@/lib/contracts/live";
import type { Context } from "@/lib/usecases/context";
import { beginFollowing } from "@/lib/usecases/live/begin-following";
import { catchUp } from "@/lib/usecases/live/catch-up";
import { isDraining } from "../drain";
import { serverEnv } from "../env";
import { credentialOf } from "../session";
import { live } from "./live";
import { Reader } from "./reader";

/**
 * Answers with everything that happens in a document from `after` on, until the reader hangs up or may not read any
 * more. A `Last-Event-ID` comes before `after`: it is what the reader has read since.
 */
export async function followDocument(
  ctx: Context,
  { projectId, documentId, after }: DocumentKey & { readonly after: string | null },
  request: Request,
): Promise<Response> {
  if (isDraining()) throw new AppError("overloaded");
  const credential = await credentialOf(request.headers);
  if (credential === null) throw new AppError("unauthenticated");
  const key = { projectId, documentId };
  const { access, cursor } = await beginFollowing(ctx, {
    ...key,
    after: request.headers.get("last-event-id") ?? after,
  });
  const { hub, startListening } = live();
  hub.admit(credential.userId);
  const hangUp = () => reader.breakOff();
  const reader: Reader = new Reader({
    access,
    documentId,
    credential,
    cursor,
    requestId: v7(),
    catchUp: (seqs) => catchUp(ctx, key, seqs),
    onCaughtUp: () => hub.lookAt(key),
    onEnd: () => {
      // Names the request, and so keeps it: a request that was collected as garbage is not told any more that its reader
      // has gone.
      request.signal.removeEventListener("abort", hangUp);
      hub.leave(reader);
    },
  });
  hub.join(reader);
  startListening();
  // The stream itself is not told that its reader is gone.
  request.signal.addEventListener("abort", hangUp, { once: true });
  if (request.signal.aborted) reader.breakOff();
  else void reader.catchUp();
  const { build } = serverEnv();
  return new Response(reader.body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-transform",
      ...(build === null ? {} : { [SERVER_BUILD]: build }),
    },
  });
}
