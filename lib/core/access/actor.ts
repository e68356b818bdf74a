import type { ProjectId, UserId } from "../ids";

export const ROLES = ["manager", "reviewer", "annotator", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What a token may be cut down to. */
export const SCOPES = ["read", "annotate", "manage"] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks. A token never allows more than its user may. */
export interface Actor {
  /** Null: whoever sits at the machine's command line, who manages every project there. */
  readonly userId: UserId | null;
  readonly isAdmin: boolean;
  /** Null: no token, or one without limits. */
  readonly limits: { readonly projectId: ProjectId | null; readonly scopes: readonly Scope[] } | null;
}

/** How somebody proved who they are: what is asked about again for as long as they are listened to or spoken to. */
export type Credential =
  | {
      readonly kind: "session";
      readonly userId: UserId;
      readonly version: number;
      readonly sessionId: string;
    }
  | { readonly kind: "token"; readonly userId: UserId; readonly tokenId: string };

/** An actor and the role the database gives them in one project; null where they are no member. */
export interface Access {
  readonly actor: Actor;
  readonly projectId: ProjectId;
  readonly role: Role | null;
}

/** The actor of the command line. */
export const OPERATOR: Actor = { userId: null, isAdmin: true, limits: null };
