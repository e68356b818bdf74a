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
import { Credentials } from "@/lib/contracts/account";
import { useEarlyInput } from "./use-early-input";

export interface SignInFormProps {
  /** A path of our own to go on to. */
  readonly next: string;
}

export function SignInForm({ next }: SignInFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(Credentials), defaultValues: { email: "", password: "" } });
  const element = useEarlyInput(form);
  const { isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async ({ email, password }) => {
    setProblem(null);
    const answer = await signIn(email, password);
    // A whole new page: nothing that was kept for somebody else is shown.
    if (answer.ok) {
      window.location.assign(next);
      return;
    }
    setProblem(answer.message);
    form.resetField("password");
    form.setFocus("password");
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
      <Button
        type="submit"
        variant="primary"
        isPending={isSubmitting || (isSubmitSuccessful && problem === null)}
      >
        Sign in
      </Button>
    </form>
  );
}
