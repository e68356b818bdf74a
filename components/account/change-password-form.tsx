"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFaults } from "@/components/ui/apply-faults";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";
import { ChangePassword } from "@/lib/contracts/account";
import { useEarlyInput } from "./use-early-input";

export interface ChangePasswordFormProps {
  readonly email: string;
}

const EMPTY = { currentPassword: "", newPassword: "" };

export function ChangePasswordForm({ email }: ChangePasswordFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(ChangePassword), defaultValues: EMPTY });
  const element = useEarlyInput(form);

  const submit = form.handleSubmit(async (input) => {
    setProblem(null);
    // Not a server action: those render the page anew when a cookie changes, and it would blink.
    const answer = await callApi({ method: "PUT", path: "/me/password", body: input });
    if (!answer.ok) {
      const { faults, message } = answer.problem;
      if (faults.length === 0 || applyFaults(faults, form).length > 0) setProblem(message);
      return;
    }
    form.reset(EMPTY);
    showToast({ title: "Password changed. Your other sessions have ended.", tone: "ok" });
  });

  return (
    <form
      ref={element}
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
