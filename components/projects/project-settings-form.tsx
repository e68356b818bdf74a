"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { applyFaults } from "@/components/ui/apply-faults";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import { RadioList } from "@/components/ui/radio-list";
import { showToast } from "@/components/ui/show-toast";
import { TextField } from "@/components/ui/text-field";
import { callApi } from "@/lib/client/api/call-api";
import { issueWords } from "@/lib/contracts/issue-words";
import { NewProject, type ProjectView } from "@/lib/contracts/project";
import { MODE_OPTIONS } from "./project-words";

const Settings = z.object({ name: NewProject.shape.name, mode: NewProject.shape.mode.unwrap() });
type Settings = z.output<typeof Settings>;

export interface ProjectSettingsFormProps {
  readonly project: ProjectView;
  /** Somebody has begun to annotate, so the way of working stays. */
  readonly isModeFixed: boolean;
}

export function ProjectSettingsForm({ project, isModeFixed }: ProjectSettingsFormProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Settings>({
    resolver: zodResolver(Settings, { error: issueWords }),
    defaultValues: { name: project.name, mode: project.mode },
  });

  const save = form.handleSubmit(async ({ name, mode }) => {
    setProblem(null);
    const body = isModeFixed ? { name } : { name, mode };
    const answer = await callApi<ProjectView>({ method: "PATCH", path: `/projects/${project.id}`, body });
    if (!answer.ok) {
      const { faults, message } = answer.problem;
      if (faults.length === 0 || applyFaults(faults, form).length > 0) setProblem(message);
      return;
    }
    form.reset({ name: answer.value.name, mode: answer.value.mode });
    showToast({ tone: "ok", title: "Saved" });
    router.refresh();
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-5">
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <FormField control={form.control} name="name">
        {(field) => <TextField label="Name" isRequired {...field} />}
      </FormField>
      <FormField control={form.control} name="mode">
        {(field) => (
          <RadioList
            label="Way of working"
            options={MODE_OPTIONS}
            description={
              isModeFixed
                ? "Fixed, since somebody has begun to annotate."
                : "Cannot be changed once somebody has begun to annotate."
            }
            {...field}
            isDisabled={isModeFixed}
          />
        )}
      </FormField>
      <div>
        <Button
          type="submit"
          variant="primary"
          isDisabled={!form.formState.isDirty}
          isPending={form.formState.isSubmitting}
        >
          Save
        </Button>
      </div>
    </form>
  );
}
