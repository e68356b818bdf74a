"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/client/account/sign-in";
import { CompleteSetUp } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { showFailure } from "./show-failure";
import { useEarlyInput } from "./use-early-input";

export interface SetUpFormProps {
  readonly token: string;
  /** Makes the account; answers with the path to go on to. */
  readonly onComplete: (input: CompleteSetUp) => Promise<ActionResult<{ readonly path: string }>>;
}

export function SetUpForm({ token, onComplete }: SetUpFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    resolver: zodResolver(CompleteSetUp),
    defaultValues: { token, name: "", email: "", password: "" },
  });
  const element = useEarlyInput(form);
  const { isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (input) => {
    setProblem(null);
    const made = await onComplete(input);
    if (!made.ok) {
      setProblem(showFailure(made, form));
      return;
    }
    const { ok } = await signIn(input.email, input.password);
    window.location.assign(ok ? made.data.path : "/sign-in");
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
      <FormField control={form.control} name="name">
        {(field) => <TextField label="Your name" autoComplete="name" autoFocus isRequired {...field} />}
      </FormField>
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField label="E-mail address" type="email" autoComplete="username" isRequired {...field} />
        )}
      </FormField>
      <FormField control={form.control} name="password">
        {(field) => (
          <PasswordField
            label="Password"
            description="At least 8 characters. A few unrelated words do well."
            autoComplete="new-password"
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
        Create account
      </Button>
    </form>
  );
}
