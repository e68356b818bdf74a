"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { showToast } from "@/components/ui/show-toast";
import { ChangePassword } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { showFailure } from "./show-failure";

export interface ChangePasswordFormProps {
  readonly email: string;
  readonly onChange: (input: ChangePassword) => Promise<ActionResult<unknown>>;
}

const EMPTY = { currentPassword: "", newPassword: "" };

export function ChangePasswordForm({ email, onChange }: ChangePasswordFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(ChangePassword), defaultValues: EMPTY });

  const submit = form.handleSubmit(async (input) => {
    setProblem(null);
    const changed = await onChange(input);
    if (!changed.ok) {
      setProblem(showFailure(changed, form));
      return;
    }
    form.reset(EMPTY);
    showToast({ title: "Password changed. Your other sessions have ended.", tone: "ok" });
  });

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => void submit(event)}
      className="flex max-w-96 flex-col gap-4"
    >
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField control={form.control} name="currentPassword">
        {(field) => (
          <PasswordField label="Current password" autoComplete="current-password" isRequired {...field} />
        )}
      </FormField>
      <FormField control={form.control} name="newPassword">
        {(field) => (
          <PasswordField
            label="New password"
            description="At least 8 characters. A few unrelated words do well."
            autoComplete="new-password"
            isRequired
            {...field}
          />
        )}
      </FormField>
      <Button type="submit" className="self-start" isPending={form.formState.isSubmitting}>
        Change password
      </Button>
    </form>
  );
}
