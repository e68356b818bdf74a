import { z } from "zod";
import type { UserId } from "@/lib/core/ids";
import { UserIdSchema } from "./ids";

export const PersonRef = z.strictObject({ userId: UserIdSchema });

/** What an administrator may switch of somebody's account. */
export const PersonPatch = PersonRef.extend({
  isAdmin: z.boolean().optional(),
  isDisabled: z.boolean().optional(),
});
export type PersonPatch = z.output<typeof PersonPatch>;

export interface PersonView {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly isDisabled: boolean;
  /** False for whoever has not chosen one yet, or signs in at a provider only. */
  readonly hasPassword: boolean;
  readonly projects: number;
  readonly createdAt: string;
}
