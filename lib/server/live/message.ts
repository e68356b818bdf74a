import { z } from "zod";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { Presence } from "@/lib/core/live/presence";

/** Where the processes of one installation tell each other what happened: ids, and where people are, nothing else. */
export const CHANNEL = "triptych_live";

export type Message =
  /** Documents in which something was committed. */
  | { readonly kind: "changed"; readonly documents: readonly DocumentKey[] }
  | { readonly kind: "presence"; readonly people: readonly Presence[] }
  /** A process makes sure that it can hear itself. */
  | { readonly kind: "probe"; readonly nonce: string };

export interface Heard {
  /** The process that said it. */
  readonly from: string;
  readonly message: Message;
}

/** At most so many go into one message, so that it stays below the 8,000 bytes that PostgreSQL carries. */
export const MOST_IN_MESSAGE = 20;

export function writeMessage(heard: Heard): string {
  return JSON.stringify(heard);
}

/** Null for what another version of us may say and we do not know. */
export function readMessage(payload: string): Heard | null {
  try {
    const { data } = Heard.safeParse(JSON.parse(payload));
    return data === undefined ? null : (data as unknown as Heard);
  } catch {
    return null;
  }
}

const documentKey = { projectId: z.uuid(), documentId: z.uuid() };
const offset = z.int().min(0);
const place = z.object({
  set: z.uuid(),
  at: offset.nullable(),
  selected: z.object({ start: offset, end: offset }).nullable(),
});

/** Our own word, checked all the same: what is malformed must not end the process that hears it. */
const Heard = z.object({
  from: z.string(),
  message: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("changed"), documents: z.array(z.object(documentKey)) }),
    z.object({
      kind: z.literal("presence"),
      people: z.array(
        z.object({ ...documentKey, userId: z.uuid(), clientId: z.string(), place: place.nullable() }),
      ),
    }),
    z.object({ kind: z.literal("probe"), nonce: z.string() }),
  ]),
});
