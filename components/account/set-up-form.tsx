"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FormField } from "@/components/ui/form-field";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/client/account/sign-in";
import { CompleteSetUp } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { issueWords } from "@/lib/contracts/issue-words";
import { AccountForm } from "./account-form";
import { NewPasswordField } from "./new-password-field";
import { showFailure } from "./show-failure";

export interface SetUpFormProps {
  readonly token: string;
  /** Makes the account; answers with the path to go on to. */
  readonly onComplete: (input: CompleteSetUp) => Promise<ActionResult<{ readonly path: string }>>;
}

export function SetUpForm({ token, onComplete }: SetUpFormProps) {
  const form = useForm({
    resolver: zodResolver(CompleteSetUp, { error: issueWords }),
    defaultValues: { token, name: "", email: "", password: "" },
  });

  const submit = async (input: CompleteSetUp): Promise<string | null> => {
    const made = await onComplete(input);
    if (!made.ok) return showFailure(made, form);
    const { ok } = await signIn(input.email, input.password);
    window.location.assign(ok ? made.data.path : "/sign-in");
    return null;
  };

  return (
    <AccountForm form={form} onSubmit={submit} submitLabel="Create account" place="gate">
      <FormField control={form.control} name="name">
        {(field) => <TextField label="Your name" autoComplete="name" autoFocus isRequired {...field} />}
      </FormField>
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField label="E-mail address" type="email" autoComplete="username" isRequired {...field} />
        )}
      </FormField>
      <FormField control={form.control} name="password">
        {(field) => <NewPasswordField label="Password" {...field} />}
      </FormField>
    </AccountForm>
  );
}
