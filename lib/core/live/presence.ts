import type { SetId, UserId } from "../ids";
import type { DocumentKey } from "./document-key";

/** Where somebody is in a document; offsets in code points. */
export interface Place {
  /** The set that they are at work in. Whoever may not see it does not see them. */
  readonly set: SetId;
  /** Where they are reading. */
  readonly at: number | null;
  readonly selected: { readonly start: number; readonly end: number } | null;
}

/** What one page of one person says of itself; `place` null: they are not here any more. */
export interface Presence extends DocumentKey {
  readonly userId: UserId;
  readonly clientId: string;
  readonly place: Place | null;
}
