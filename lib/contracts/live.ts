import { z } from "zod";
import type { SetId, UserId } from "@/lib/core/ids";
import type { Place } from "@/lib/core/live/presence";
import { SetIdSchema } from "./ids";
import type { OperationRecord } from "./operations";
import type { SetSnapshot } from "./set";

/** The header of an event stream that names the version of the server: an open page may be of an earlier one. */
export const SERVER_BUILD = "triptych-build";

/** `after`: the id of the last event that was read; a `Last-Event-ID` header comes before it. */
export const EventsQuery = z.strictObject({ after: z.string().optional() });

/** Operations of one set, in order: all of its log with `from < seq <= to`. The event has no name. */
export interface Frame {
  readonly set: SetId;
  readonly from: number;
  readonly to: number;
  readonly operations: readonly OperationRecord[];
}

/** What a stream says besides frames, by the name of the event. */
export interface NamedEvents {
  /** A set that comes into sight: begin with this. */
  readonly snapshot: SetSnapshot;
  /** A set that the reader may not see any more. */
  readonly hidden: { readonly set: SetId };
  /** Everything up to here has been told; from now on as it happens. */
  readonly live: Readonly<Record<string, never>>;
  /** Who is here, all of them. */
  readonly presence: { readonly people: readonly PersonHere[] };
  /** The reader was too slow, or the installation was restored: connect again. */
  readonly resync: Readonly<Record<string, never>>;
  /** The right to read has ended, or is another one now. */
  readonly revoked: Readonly<Record<string, never>>;
  /** The server goes; another one answers after `retry`. */
  readonly bye: Readonly<Record<string, never>>;
}

const offset = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const Place = z.strictObject({
  set: SetIdSchema,
  at: offset.nullable(),
  selected: z
    .strictObject({ start: offset, end: offset })
    .refine(({ start, end }) => start < end, { error: "The end must lie behind the start.", path: ["end"] })
    .nullable(),
}) satisfies z.ZodType<Place>;

/** `place` null: they left. `clientId` tells the pages of one person apart. */
export const BePresent = z.strictObject({
  clientId: z.string().regex(/^[\w-]{1,64}$/),
  place: Place.nullable(),
});
export type BePresent = z.output<typeof BePresent>;

export interface PersonHere {
  readonly clientId: string;
  readonly user: { readonly id: UserId; readonly name: string };
  readonly place: Place;
}

export const SharePresence = z.strictObject({ shares: z.boolean() });
