"use client";

import { useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { applyFaults } from "@/components/ui/apply-faults";
import { LeaveGuard } from "@/components/ui/leave-guard";
import { Notice } from "@/components/ui/notice";
import { SaveBar } from "@/components/ui/save-bar";
import { showToast } from "@/components/ui/show-toast";
import { StaleNotice } from "@/components/ui/stale-notice";
import { useVersionedSave } from "@/components/ui/use-versioned-save";
import type { SchemaBody } from "@/lib/contracts/schema";
import type { Schema } from "@/lib/core/schema/schema";
import { LabelList } from "./label-list";
import { RelationTypeList } from "./relation-type-list";
import { toDraft, type SchemaDraft } from "./schema-draft";
import { schemaResolver } from "./schema-resolver";

export interface SchemaEditorProps {
  readonly projectId: string;
  readonly schema: Schema;
}

/** The schema of a project as a manager changes it: one form, saved as one version. */
export function SchemaEditor({ projectId, schema }: SchemaEditorProps) {
  const [stored, setStored] = useState(schema);
  const [strays, setStrays] = useState<readonly string[]>([]);
  const resolver = useMemo(() => schemaResolver(stored), [stored]);
  const form = useForm<SchemaDraft, unknown, SchemaBody>({ resolver, defaultValues: toDraft(schema) });
  const { state, version, save, saveOver, takeTheirs } = useVersionedSave<Schema>(
    `/projects/${projectId}/schema`,
    schema.version,
  );

  const take = (next: Schema) => {
    setStored(next);
    form.reset(toDraft(next));
    setStrays([]);
  };
  const submit = (send: typeof save) =>
    void form.handleSubmit(async ({ labels, relationTypes }) => {
      const outcome = await send({ labels, relationTypes });
      if (outcome.kind === "failed")
        setStrays(applyFaults(outcome.problem.faults, form).map(({ message }) => message));
      if (outcome.kind !== "saved") return;
      take(outcome.view);
      showToast({ tone: "ok", title: `Schema saved as version ${outcome.view.version}` });
    })();

  const { isDirty, errors } = form.formState;
  const failure = state.kind === "failed" ? state.problem : null;

  return (
    <>
      <LeaveGuard isDirty={isDirty} />
      <div className="mb-6 flex flex-col gap-3 empty:hidden">
        {state.kind === "stale" && (
          <StaleNotice
            what="schema"
            onSaveOver={() => submit(saveOver)}
            onTakeTheirs={() =>
              void takeTheirs().then((theirs) => (theirs === null ? undefined : take(theirs)))
            }
          />
        )}
        {failure !== null && (
          <Notice tone="danger" isAnswer title={failure.message}>
            {strays.join(" ")}
          </Notice>
        )}
        {Object.keys(errors).length > 0 && (
          <Notice tone="danger" isAnswer title="Not saved: something is to be mended first">
            {errors.root?.message ??
              errors.labels?.message ??
              errors.relationTypes?.message ??
              "The rows below say what."}
          </Notice>
        )}
      </div>
      <div>
        <LabelList form={form} />
        <RelationTypeList form={form} />
      </div>
      <SaveBar
        isDirty={isDirty}
        isSaving={state.kind === "saving"}
        status={`Version ${version}`}
        onSave={() => submit(save)}
        onDiscard={() => take(stored)}
      />
    </>
  );
}
