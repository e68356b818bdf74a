import { z } from "zod";
import { REFUSALS } from "@/lib/core/annotation/operation";
import { SET_KINDS, SET_STATES } from "@/lib/core/workflow/set-state";
import { DocumentIdSchema, OperationIdSchema, SetIdSchema, UserIdSchema } from "./ids";
import type { Frame, PersonHere } from "./live";
import type { OperationRecord } from "./operations";
import type { SetSnapshot } from "./set";

/*
 * What the browser believes of the server's answers. A captive portal answers 200 with a page: only an answer of this
 * shape is an acknowledgement. Unknown keys are let through, so that an open page survives an update of the server.
 */
const seq = z.int().min(0);

const result = z.discriminatedUnion("status", [
  z.object({ id: OperationIdSchema, seq, status: z.literal("ok") }),
  z.object({ id: OperationIdSchema, seq, status: z.literal("rejected"), reason: z.enum(REFUSALS) }),
]);

export const BatchAnswer = z.object({
  seq,
  at: z.string(),
  replayed: z.array(OperationIdSchema).optional(),
  results: z.array(result),
});
export type BatchAnswer = z.output<typeof BatchAnswer>;

const record = z.object({
  id: OperationIdSchema,
  seq,
  kind: z.string(),
  target: z.string(),
  body: z.unknown(),
  group: z.string().nullable(),
  actor: z.object({ id: UserIdSchema, name: z.string() }).nullable(),
  status: z.enum(["ok", "rejected"]),
  reason: z.enum(REFUSALS).nullable(),
  change: z
    .object({ of: z.enum(["annotation", "relation", "state"]) })
    .loose()
    .nullable(),
  undoes: OperationIdSchema.nullable(),
  at: z.string(),
});

/** The log is the server's own, so a change inside of it is taken as it is. */
export const LogAnswer = z
  .object({ items: z.array(record) })
  .transform(({ items }) => items as unknown as readonly OperationRecord[]);

/** A stretch of one set's log, as an event stream tells it. */
export const FrameAnswer = z
  .object({ set: SetIdSchema, from: seq, to: seq, operations: z.array(record) })
  .transform((frame) => frame as unknown as Frame);

/** A whole set, as an event stream tells it. It is the server's own, so what is inside is taken as it is. */
export const SnapshotAnswer = z
  .object({ id: SetIdSchema, seq, epoch: z.string(), annotations: z.array(z.unknown()) })
  .loose()
  .transform((snapshot) => snapshot as unknown as SetSnapshot);

export const HiddenAnswer = z.object({ set: SetIdSchema });

export const PresenceAnswer = z
  .object({ people: z.array(z.object({ clientId: z.string() }).loose()) })
  .transform(({ people }) => people as unknown as readonly PersonHere[]);

export const SetAnswer = z.object({
  id: SetIdSchema,
  documentId: DocumentIdSchema,
  kind: z.enum(SET_KINDS),
  state: z.enum(SET_STATES),
  seq,
});
export type SetAnswer = z.output<typeof SetAnswer>;
