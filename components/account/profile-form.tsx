"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FormField } from "@/components/ui/form-field";
import { showToast } from "@/components/ui/show-toast";
import { TextField } from "@/components/ui/text-field";
import { Profile } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { issueWords } from "@/lib/contracts/issue-words";
import { AccountForm } from "./account-form";
import { showFailure } from "./show-failure";

export interface ProfileFormProps {
  readonly name: string;
  readonly email: string;
  readonly onSave: (input: { readonly name: string }) => Promise<ActionResult<unknown>>;
}

export function ProfileForm({ name, email, onSave }: ProfileFormProps) {
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(Profile, { error: issueWords }), values: { name } });

  const submit = async (input: z.output<typeof Profile>): Promise<string | null> => {
    const saved = await onSave(input);
    if (!saved.ok) return showFailure(saved, form);
    showToast({ title: "Name changed", tone: "ok" });
    router.refresh();
    return null;
  };

  return (
    <AccountForm
      form={form}
      onSubmit={submit}
      submitLabel="Save name"
      place="settings"
      isUnchanged={!form.formState.isDirty}
    >
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
    </AccountForm>
  );
}
