"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { AccountForm } from "@/components/account/account-form";
import { NewPasswordField } from "@/components/account/new-password-field";
import { showFailure } from "@/components/account/show-failure";
import { FormField } from "@/components/ui/form-field";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/client/account/sign-in";
import type { ActionResult } from "@/lib/contracts/action-result";
import { JoinByInvitation, type InvitationRef } from "@/lib/contracts/member";

export interface JoinFormProps {
  readonly invitation: InvitationRef;
  /** The only address that may accept; null where any may. */
  readonly email: string | null;
  readonly onJoin: (input: JoinByInvitation) => Promise<ActionResult<{ readonly path: string }>>;
}

/** How a newcomer makes an account and becomes a member in one step. */
export function JoinForm({ invitation, email, onJoin }: JoinFormProps) {
  const form = useForm({
    resolver: zodResolver(JoinByInvitation),
    defaultValues: { ...invitation, name: "", email: email ?? "", password: "" },
  });

  const submit = async (input: JoinByInvitation): Promise<string | null> => {
    const joined = await onJoin(input);
    if (!joined.ok) return showFailure(joined, form);
    const { ok } = await signIn(input.email, input.password);
    window.location.assign(ok ? joined.data.path : "/sign-in");
    return null;
  };

  return (
    <AccountForm form={form} onSubmit={submit} submitLabel="Create account and join" place="gate">
      <FormField control={form.control} name="name">
        {(field) => <TextField label="Your name" autoComplete="name" isRequired {...field} />}
      </FormField>
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField
            label="E-mail address"
            type="email"
            autoComplete="username"
            isRequired
            isReadOnly={email !== null}
            {...field}
          />
        )}
      </FormField>
      <FormField control={form.control} name="password">
        {(field) => <NewPasswordField label="Password" {...field} />}
      </FormField>
    </AccountForm>
  );
}
