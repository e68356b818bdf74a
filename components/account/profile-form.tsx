"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/show-toast";
import { TextField } from "@/components/ui/text-field";
import { Profile } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { showFailure } from "./show-failure";
import { useEarlyInput } from "./use-early-input";

export interface ProfileFormProps {
  readonly name: string;
  readonly email: string;
  readonly onSave: (input: { readonly name: string }) => Promise<ActionResult<unknown>>;
}

export function ProfileForm({ name, email, onSave }: ProfileFormProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(Profile), values: { name } });
  const element = useEarlyInput(form);

  const submit = form.handleSubmit(async (input) => {
    setProblem(null);
    const saved = await onSave(input);
    if (!saved.ok) {
      setProblem(showFailure(saved, form));
      return;
    }
    showToast({ title: "Name changed", tone: "ok" });
    router.refresh();
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
      <FormField control={form.control} name="name">
        {(field) => (
          <TextField
            label="Name"
            description="Others see it beside your work."
            autoComplete="name"
            isRequired
            {...field}
          />
        )}
      </FormField>
      <TextField label="E-mail address" description="You sign in with it." value={email} isReadOnly />
      <Button
        type="submit"
        className="self-start"
        isPending={form.formState.isSubmitting}
        isDisabled={!form.formState.isDirty}
      >
        Save name
      </Button>
    </form>
  );
}
