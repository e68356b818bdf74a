import { z } from "zod";
import { ROLES, type Role } from "@/lib/core/access/actor";
import type { Id, ProjectId, UserId } from "@/lib/core/ids";
import { CompleteSetUp, Email } from "./account";
import { ProjectIdSchema } from "./ids";

export type InvitationId = Id<"invitation">;
export const InvitationIdSchema = z.uuid().transform((value) => value.toLowerCase() as InvitationId);

export const RolePatch = z.strictObject({ role: z.enum(ROLES) });

export const LONGEST_INVITATION_DAYS = 90;

export const NewInvitation = z.strictObject({
  role: z.enum(ROLES),
  /** Null: whoever holds the link. */
  email: Email.nullable().default(null),
  days: z.int().min(1).max(LONGEST_INVITATION_DAYS).default(7),
});
export type NewInvitation = z.output<typeof NewInvitation>;

export interface MemberView {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
  /** Their account is switched off for the whole installation. */
  readonly isDisabled: boolean;
  /** When they were removed; what they did stays under their name. */
  readonly removedAt: string | null;
  /** Their annotation sets in the project, and those of them that they submitted. */
  readonly sets: number;
  readonly submitted: number;
}

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

export interface InvitationView {
  readonly id: InvitationId;
  readonly role: Role;
  readonly email: string | null;
  readonly invitedBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: InvitationState;
  readonly acceptedBy: string | null;
}

/** `path` is told this once; only its hash is kept. `mailed`: it was sent to the address, too. */
export interface CreatedInvitation extends InvitationView {
  readonly path: string;
}

export const InvitationRef = z.strictObject({
  projectId: ProjectIdSchema,
  token: z.string().min(1).max(200),
});
export type InvitationRef = z.output<typeof InvitationRef>;

/** How a newcomer makes an account by an invitation. */
export const JoinByInvitation = CompleteSetUp.extend({ projectId: ProjectIdSchema });
export type JoinByInvitation = z.output<typeof JoinByInvitation>;

/** What the holder of an invitation may know before accepting it. */
export type InvitationOffer =
  | {
      readonly state: "open";
      readonly projectId: ProjectId;
      readonly projectName: string;
      readonly role: Role;
      readonly email: string | null;
      readonly invitedBy: string | null;
    }
  | { readonly state: "unknown" | Exclude<InvitationState, "open"> };
