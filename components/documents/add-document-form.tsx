"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, type Control } from "react-hook-form";
import { applyFaults } from "@/components/ui/apply-faults";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { FormField } from "@/components/ui/form-field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/show-toast";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { callApi } from "@/lib/client/api/call-api";
import type { DocumentSummary } from "@/lib/contracts/document";
import { issueWords } from "@/lib/contracts/issue-words";
import { NOTHING_PASTED, PastedDocument, type PastedFields } from "./pasted-document";
import { TextSize } from "./text-size";

type PasteControl = Control<PastedFields, unknown, PastedDocument>;

/** Adds one article by pasting it. It goes to the interface's own route, which takes texts of any allowed size. */
export function AddDocumentForm({ projectId }: { readonly projectId: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<PastedFields, unknown, PastedDocument>({
    resolver: zodResolver(PastedDocument, { error: issueWords }),
    defaultValues: NOTHING_PASTED,
  });
  const list = `/projects/${projectId}/documents`;

  const add = (then: "list" | "another") =>
    form.handleSubmit(async (document) => {
      setProblem(null);
      const answer = await callApi<DocumentSummary>({
        method: "POST",
        path: `/projects/${projectId}/documents`,
        body: document,
      });
      if (!answer.ok) {
        const { code, message, faults } = answer.problem;
        const found = code === "text_too_large" ? [{ path: "text", message }] : faults;
        if (found.length === 0 || applyFaults(found, form).length > 0) setProblem(message);
        return;
      }
      const { id, title } = answer.value;
      showToast({
        tone: "ok",
        title: "Document added",
        description: title,
        action: { label: "Annotate", onPress: () => router.push(`${list}/${id}/annotate`) },
      });
      form.reset();
      if (then === "list") router.push(list);
      else form.setFocus("text");
      router.refresh();
    });

  const { control, formState } = form;
  return (
    <form
      noValidate
      onSubmit={(event) => void add("list")(event)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void add("list")();
      }}
      className="flex flex-col gap-5"
    >
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <div className="flex flex-col gap-1.5">
        <FormField control={control} name="text">
          {(field) => (
            <TextArea
              label="Text"
              rows={14}
              face="serif"
              isRequired
              description="Stored exactly as it stands here and never changed afterwards."
              {...field}
            />
          )}
        </FormField>
        <TextSize control={control} />
      </div>
      <MetadataFields control={control} />
      <DialogActions>
        <LinkButton href={list} variant="plain">
          Cancel
        </LinkButton>
        <Button onPress={() => void add("another")()} isDisabled={formState.isSubmitting}>
          Add, then another
        </Button>
        <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
          Add document
        </Button>
      </DialogActions>
    </form>
  );
}

function MetadataFields({ control }: { readonly control: PasteControl }) {
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <FormField control={control} name="meta.title">
        {(field) => (
          <TextField
            label="Title"
            description="If empty, the first line of the text."
            className="sm:col-span-2"
            {...field}
          />
        )}
      </FormField>
      <FormField control={control} name="meta.source">
        {(field) => <TextField label="Source" placeholder="Reuters" {...field} />}
      </FormField>
      <FormField control={control} name="meta.publishedAt">
        {(field) => (
          <TextField
            label="Date"
            placeholder="2019-03-30"
            description="A year, a month or a day."
            {...field}
          />
        )}
      </FormField>
      <FormField control={control} name="meta.url">
        {(field) => <TextField label="Address (URL)" type="url" placeholder="https://…" {...field} />}
      </FormField>
      <FormField control={control} name="meta.language">
        {(field) => (
          <TextField label="Language" placeholder="en" description="A tag such as en or pt-BR." {...field} />
        )}
      </FormField>
      <FormField control={control} name="externalId">
        {(field) => (
          <TextField
            label="External id"
            isCode
            description="Your own name for it, by which a later import knows it again."
            className="sm:col-span-2"
            {...field}
          />
        )}
      </FormField>
    </div>
  );
}
