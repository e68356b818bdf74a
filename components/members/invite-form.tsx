"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { ROLE_NAMES } from "@/components/projects/project-words";
import { applyFaults } from "@/components/ui/apply-faults";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormField } from "@/components/ui/form-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { callApi } from "@/lib/client/api/call-api";
import type { CreatedInvitation } from "@/lib/contracts/member";
import type { Role } from "@/lib/core/access/actor";

export interface InviteFormProps {
  readonly projectId: string;
  readonly onMade: (invitation: CreatedInvitation) => void;
  readonly onCancel: () => void;
}

const ROLE_OPTIONS = [
  { value: "annotator", label: ROLE_NAMES.annotator, description: "Marks articles, blind to the others." },
  {
    value: "reviewer",
    label: ROLE_NAMES.reviewer,
    description: "Compares what annotators did, and decides.",
  },
  { value: "viewer", label: ROLE_NAMES.viewer, description: "Reads, and exports what is decided." },
  { value: "manager", label: ROLE_NAMES.manager, description: "May do everything in the project." },
] as const satisfies readonly {
  readonly value: Role;
  readonly label: string;
  readonly description: string;
}[];
const LIFETIMES = [
  { value: "1", label: "For a day" },
  { value: "7", label: "For a week" },
  { value: "30", label: "For 30 days" },
] as const;

interface Values {
  readonly role: Role;
  readonly email: string;
  readonly days: (typeof LIFETIMES)[number]["value"];
}

export function InviteForm({ projectId, onMade, onCancel }: InviteFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Values>({ defaultValues: { role: "annotator", email: "", days: "7" } });

  const submit = form.handleSubmit(async ({ role, email, days }) => {
    setProblem(null);
    const answer = await callApi<CreatedInvitation>({
      method: "POST",
      path: `/projects/${projectId}/invitations`,
      body: { role, email: email.trim() === "" ? null : email, days: Number(days) },
    });
    if (answer.ok) {
      onMade(answer.value);
      return;
    }
    const { faults, message } = answer.problem;
    if (faults.length === 0 || applyFaults(faults, form).length > 0) setProblem(message);
  });

  return (
    <DialogForm
      onSubmit={submit}
      onCancel={onCancel}
      submitLabel="Make the link"
      isSending={form.formState.isSubmitting}
      problem={problem}
    >
      <FormField control={form.control} name="role">
        {(field) => <Select label="Role" options={ROLE_OPTIONS} {...field} />}
      </FormField>
      <FormField control={form.control} name="email">
        {(field) => (
          <TextField
            label="E-mail address"
            type="email"
            description="Only this address can accept. Leave it empty for whoever has the link."
            {...field}
          />
        )}
      </FormField>
      <FormField control={form.control} name="days">
        {(field) => <Select label="The link works" options={LIFETIMES} {...field} />}
      </FormField>
    </DialogForm>
  );
}
