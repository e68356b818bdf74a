"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormField } from "@/components/ui/form-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { SCOPES, type Scope } from "@/lib/core/access/actor";
import type { CreatedToken, NewToken } from "@/lib/contracts/account";
import type { ActionResult } from "@/lib/contracts/action-result";
import { showFailure } from "./show-failure";
import { SCOPE_WORDS } from "./token-scopes";

export interface NewTokenFormProps {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly onCreate: (
    input: Readonly<Record<keyof NewToken, unknown>>,
  ) => Promise<ActionResult<CreatedToken>>;
  readonly onMade: (token: CreatedToken) => void;
  readonly onCancel: () => void;
}

const ALL = "all";
const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIMES = [
  { value: "30", label: "In 30 days" },
  { value: "365", label: "In a year" },
  { value: "never", label: "Never" },
] as const;

interface Values {
  readonly name: string;
  readonly projectId: string;
  readonly days: (typeof LIFETIMES)[number]["value"];
  readonly scopes: readonly Scope[];
}

export function NewTokenForm({ projects, onCreate, onMade, onCancel }: NewTokenFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Values>({
    defaultValues: { name: "", projectId: ALL, days: "365", scopes: ["read"] },
  });

  const submit = form.handleSubmit(async ({ name, projectId, days, scopes }) => {
    setProblem(null);
    const made = await onCreate({
      name,
      projectId: projectId === ALL ? null : projectId,
      // Every scope and no scope would both be "all": none is not offered, all is written as all.
      scopes: scopes.length === SCOPES.length ? undefined : scopes,
      expiresAt: endOf(days),
    });
    if (!made.ok) {
      setProblem(showFailure(made, form));
      return;
    }
    onMade(made.data);
  });

  return (
    <DialogForm
      onSubmit={submit}
      onCancel={onCancel}
      submitLabel="Create token"
      isSending={form.formState.isSubmitting}
      problem={problem}
    >
      <FormField control={form.control} name="name">
        {(field) => (
          <TextField
            label="Name"
            description="What will use it."
            placeholder="Nightly export"
            autoFocus
            isRequired
            {...field}
          />
        )}
      </FormField>
      <FormField control={form.control} name="projectId">
        {(field) => (
          <Select
            label="Project"
            options={[
              { value: ALL, label: "All of yours" },
              ...projects.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...field}
          />
        )}
      </FormField>
      <FormField control={form.control} name="scopes">
        {({ value, onChange }) => (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1.5 text-base font-medium">It may</legend>
            {SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                description={SCOPE_WORDS[scope].description}
                isSelected={value.includes(scope)}
                isDisabled={value.length === 1 && value.includes(scope)}
                onChange={(isOn) => onChange(isOn ? [...value, scope] : value.filter((one) => one !== scope))}
              >
                {SCOPE_WORDS[scope].name}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </FormField>
      <FormField control={form.control} name="days">
        {(field) => <Select label="Expires" options={LIFETIMES} {...field} />}
      </FormField>
    </DialogForm>
  );
}

function endOf(days: Values["days"]): string | null {
  return days === "never" ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
}
