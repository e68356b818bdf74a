import { z } from "zod";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { canonicalEmail } from "@/lib/core/account/canonical-email";
import {
  MAX_PASSWORD,
  MIN_PASSWORD,
  passwordProblem,
  type PasswordProblem,
} from "@/lib/core/account/password-problem";
import { SCOPES, type Scope } from "@/lib/core/access/actor";
import { ProjectIdSchema } from "./ids";
import { line, wellFormed } from "./text";

/** Any one plain address; what comes out is the spelling under which it is stored. */
export const Email = z.string().transform((given, check) => {
  const email = canonicalEmail(given);
  if (email !== null) return email;
  check.addIssue({
    code: "custom",
    message: "Enter one e-mail address, such as ana@example.org.",
    params: { code: "invalid_email" },
  });
  return z.NEVER;
});

export const PASSWORD_MESSAGES: Readonly<Record<PasswordProblem, string>> = {
  too_short: `Use at least ${MIN_PASSWORD} characters.`,
  too_long: `Use at most ${MAX_PASSWORD} characters.`,
  too_common:
    "This password is among the first that others would try. Choose another; a few unrelated words do well.",
  is_the_address: "The password must differ from the e-mail address.",
};

/** A password to be set. Whether it is the user's address is checked where the address is known. */
const NewPassword = wellFormed.superRefine((password, check) => {
  const problem = passwordProblem(password, null);
  if (problem !== null)
    check.addIssue({ code: "custom", message: PASSWORD_MESSAGES[problem], params: { code: problem } });
});

/** A password to be compared; nothing longer can be right, and hashing it would only cost. */
const GivenPassword = z.string().min(1, "Enter your password.").max(MAX_PASSWORD, PASSWORD_MESSAGES.too_long);
const Secret = z.string().min(1).max(200);
const Name = line(100);

export const Credentials = z.strictObject({ email: Email, password: GivenPassword });

export const CompleteSetUp = z.strictObject({
  token: Secret,
  name: Name,
  email: Email,
  password: NewPassword,
});
export type CompleteSetUp = z.output<typeof CompleteSetUp>;

export const SetPasswordByLink = z.strictObject({ token: Secret, password: NewPassword });
export type SetPasswordByLink = z.output<typeof SetPasswordByLink>;

export const ChangePassword = z.strictObject({ currentPassword: GivenPassword, newPassword: NewPassword });
export type ChangePassword = z.output<typeof ChangePassword>;

export const Profile = z.strictObject({ name: Name });

export interface ProfileView {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly isAdmin: boolean;
  /** False for whoever signs in at a provider only. */
  readonly hasPassword: boolean;
  /** Whether others see where they are in a document. */
  readonly sharesPresence: boolean;
}

export const NewToken = z.strictObject({
  name: Name,
  /** Null: every project of its user. */
  projectId: ProjectIdSchema.nullable().default(null),
  /** Left out: all rights of its user. Naming none is not asking for all. */
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, "Choose at least one right.")
    .max(SCOPES.length)
    .transform((scopes): readonly Scope[] => SCOPES.filter((scope) => scopes.includes(scope)))
    .default([]),
  /** Null: never. */
  expiresAt: z.iso
    .datetime({ offset: true, error: "A date and time in ISO 8601, such as 2027-01-31T00:00:00Z." })
    .nullable()
    .default(null),
});
export type NewToken = z.output<typeof NewToken>;

export const TokenIdSchema = z.uuid().toLowerCase();

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly project: { readonly id: ProjectId; readonly name: string } | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** `token` is told this once; only its hash is kept. */
export interface CreatedToken extends TokenView {
  readonly token: string;
}
