"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FormField } from "@/components/ui/form-field";
import { signIn } from "@/lib/client/account/sign-in";
import { SetPasswordByLink } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { issueWords } from "@/lib/contracts/issue-words";
import { AccountForm } from "./account-form";
import { NewPasswordField } from "./new-password-field";
import { showFailure } from "./show-failure";

export interface ChoosePasswordFormProps {
  readonly token: string;
  /** Whose password it is; password managers want to know. */
  readonly email: string;
  readonly onChoose: (input: SetPasswordByLink) => Promise<ActionResult<unknown>>;
}

export function ChoosePasswordForm({ token, email, onChoose }: ChoosePasswordFormProps) {
  const form = useForm({
    resolver: zodResolver(SetPasswordByLink, { error: issueWords }),
    defaultValues: { token, password: "" },
  });

  const submit = async (input: SetPasswordByLink): Promise<string | null> => {
    const chosen = await onChoose(input);
    if (!chosen.ok) return showFailure(chosen, form);
    const { ok } = await signIn(email, input.password);
    window.location.assign(ok ? "/projects" : "/sign-in");
    return null;
  };

  return (
    <AccountForm form={form} onSubmit={submit} submitLabel="Set password" place="gate">
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField control={form.control} name="password">
        {(field) => <NewPasswordField label="New password" autoFocus {...field} />}
      </FormField>
    </AccountForm>
  );
}
