"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { applyFaults } from "@/components/ui/apply-faults";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { FormField } from "@/components/ui/form-field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { RadioList } from "@/components/ui/radio-list";
import { TextField } from "@/components/ui/text-field";
import { callApi } from "@/lib/client/api/call-api";
import { issueWords } from "@/lib/contracts/issue-words";
import { NewProject, type ProjectView } from "@/lib/contracts/project";
import { MODE_OPTIONS } from "./project-words";

const PRESET_OPTIONS = [
  {
    value: "claim-actor-stance",
    label: "Claim, actor, stance",
    description:
      "Labels, attributes and relations for news articles, with a guideline. Everything can be changed later.",
  },
  {
    value: "blank",
    label: "Blank",
    description: "No labels. You write the schema and the guideline yourself.",
  },
] as const;

export function NewProjectForm() {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<z.input<typeof NewProject>, unknown, NewProject>({
    resolver: zodResolver(NewProject, { error: issueWords }),
    defaultValues: { name: "", preset: "claim-actor-stance", mode: "independent" },
  });

  const create = form.handleSubmit(async (project) => {
    setProblem(null);
    const answer = await callApi<ProjectView>({ method: "POST", path: "/projects", body: project });
    if (answer.ok) {
      router.push(`/projects/${answer.value.id}/documents`);
      return;
    }
    const { faults, message } = answer.problem;
    if (faults.length === 0 || applyFaults(faults, form).length > 0) setProblem(message);
  });

  const { isSubmitting, isSubmitSuccessful } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void create(event)} className="flex flex-col gap-5">
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <FormField control={form.control} name="name">
        {(field) => <TextField label="Name" isRequired autoFocus placeholder="Sanctions 2019" {...field} />}
      </FormField>
      <FormField control={form.control} name="preset">
        {({ value = "claim-actor-stance", onChange, onBlur, name, error }) => (
          <RadioList
            label="Begin with"
            options={PRESET_OPTIONS}
            {...{ value, onChange, onBlur, name, error }}
          />
        )}
      </FormField>
      <FormField control={form.control} name="mode">
        {({ value = "independent", onChange, onBlur, name, error }) => (
          <RadioList
            label="Way of working"
            options={MODE_OPTIONS}
            description="Cannot be changed once somebody has begun to annotate."
            {...{ value, onChange, onBlur, name, error }}
          />
        )}
      </FormField>
      <DialogActions>
        <LinkButton href="/projects" variant="plain">
          Cancel
        </LinkButton>
        <Button
          type="submit"
          variant="primary"
          isPending={isSubmitting || (isSubmitSuccessful && problem === null)}
        >
          Create project
        </Button>
      </DialogActions>
    </form>
  );
}
