"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { applyFaults } from "@/components/ui/apply-faults";
import { FormField } from "@/components/ui/form-field";
import { PasswordField } from "@/components/ui/password-field";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";
import { ChangePassword } from "@/lib/contracts/account";
import { issueWords } from "@/lib/contracts/issue-words";
import { AccountForm } from "./account-form";
import { NewPasswordField } from "./new-password-field";

export interface ChangePasswordFormProps {
  readonly email: string;
}

const EMPTY = { currentPassword: "", newPassword: "" };

export function ChangePasswordForm({ email }: ChangePasswordFormProps) {
  const form = useForm({
    resolver: zodResolver(ChangePassword, { error: issueWords }),
    defaultValues: EMPTY,
  });

  const submit = async (input: ChangePassword): Promise<string | null> => {
    // Not a server action: those render the page anew when a cookie changes, and it would blink.
    const answer = await callApi({ method: "PUT", path: "/me/password", body: input });
    if (!answer.ok) {
      const { faults, message } = answer.problem;
      return faults.length === 0 || applyFaults(faults, form).length > 0 ? message : null;
    }
    form.reset(EMPTY);
    showToast({ title: "Password changed. Your other sessions have ended.", tone: "ok" });
    return null;
  };

  return (
    <AccountForm form={form} onSubmit={submit} submitLabel="Change password" place="settings">
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField control={form.control} name="currentPassword">
        {(field) => (
          <PasswordField label="Current password" autoComplete="current-password" isRequired {...field} />
        )}
      </FormField>
      <FormField control={form.control} name="newPassword">
        {(field) => <NewPasswordField label="New password" {...field} />}
      </FormField>
    </AccountForm>
  );
}
