"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { signIn } from "@/lib/client/account/sign-in";
import { SetPasswordByLink } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { showFailure } from "./show-failure";
import { useEarlyInput } from "./use-early-input";

export interface ChoosePasswordFormProps {
  readonly token: string;
  /** Whose password it is; password managers want to know. */
  readonly email: string;
  readonly onChoose: (input: SetPasswordByLink) => Promise<ActionResult<unknown>>;
}

export function ChoosePasswordForm({ token, email, onChoose }: ChoosePasswordFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(SetPasswordByLink), defaultValues: { token, password: "" } });
  const element = useEarlyInput(form);
  const { isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (input) => {
    setProblem(null);
    const chosen = await onChoose(input);
    if (!chosen.ok) {
      setProblem(showFailure(chosen, form));
      return;
    }
    const { ok } = await signIn(email, input.password);
    window.location.assign(ok ? "/projects" : "/sign-in");
  });

  return (
    <form
      ref={element}
      noValidate
      method="post"
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4"
    >
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField control={form.control} name="password">
        {(field) => (
          <PasswordField
            label="New password"
            description="At least 8 characters. A few unrelated words do well."
            autoComplete="new-password"
            autoFocus
            isRequired
            {...field}
          />
        )}
      </FormField>
      <Button
        type="submit"
        variant="primary"
        isPending={isSubmitting || (isSubmitSuccessful && problem === null)}
      >
        Set password
      </Button>
    </form>
  );
}
