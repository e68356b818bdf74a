"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FormField } from "@/components/ui/form-field";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/client/account/sign-in";
import { Credentials } from "@/lib/contracts/account";
import { issueWords } from "@/lib/contracts/issue-words";
import { AccountForm } from "./account-form";

export interface SignInFormProps {
  /** A path of our own to go on to. */
  readonly next: string;
}

export function SignInForm({ next }: SignInFormProps) {
  const form = useForm({
    resolver: zodResolver(Credentials, { error: issueWords }),
    defaultValues: { email: "", password: "" },
  });

  const submit = async ({ email, password }: z.output<typeof Credentials>): Promise<string | null> => {
    const answer = await signIn(email, password);
    if (!answer.ok) {
      form.resetField("password");
      form.setFocus("password");
      return answer.message;
    }
    // A whole new page: nothing that was kept for somebody else is shown.
    window.location.assign(next);
    return null;
  };

  return (
    <AccountForm form={form} onSubmit={submit} submitLabel="Sign in" place="gate">
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField
            label="E-mail address"
            type="email"
            autoComplete="username"
            autoFocus
            isRequired
            {...field}
          />
        )}
      </FormField>
      <FormField control={form.control} name="password">
        {(field) => <PasswordField label="Password" autoComplete="current-password" isRequired {...field} />}
      </FormField>
    </AccountForm>
  );
}
