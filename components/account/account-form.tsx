"use client";

import { useState, type ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { useEarlyInput } from "./use-early-input";

export interface AccountFormProps<Values extends FieldValues, Output> {
  readonly form: UseFormReturn<Values, unknown, Output>;
  /** Sends what was filled in; answers with what went wrong as a whole, null where nothing did or a field says it. */
  readonly onSubmit: (input: Output) => Promise<string | null>;
  readonly submitLabel: string;
  /** `gate`: the one thing on its page, and it leads on to another. `settings`: one of several; the page stays. */
  readonly place: "gate" | "settings";
  /** There is nothing to send yet. */
  readonly isUnchanged?: boolean | undefined;
  /** The fields. */
  readonly children: ReactNode;
}

/** The frame of the forms with which people come in and look after their account. Works before the page is alive. */
export function AccountForm<Values extends FieldValues, Output>({
  form,
  onSubmit,
  submitLabel,
  place,
  isUnchanged = false,
  children,
}: AccountFormProps<Values, Output>) {
  const [problem, setProblem] = useState<string | null>(null);
  const element = useEarlyInput(form);
  const { isSubmitting, isSubmitSuccessful } = form.formState;
  const isLeaving = place === "gate" && isSubmitSuccessful && problem === null;

  const submit = form.handleSubmit(async (input) => {
    setProblem(null);
    setProblem(await onSubmit(input));
  });

  return (
    <form
      ref={element}
      noValidate
      method="post"
      onSubmit={(event) => void submit(event)}
      className={classNames("flex flex-col gap-4", place === "settings" && "max-w-96")}
    >
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      {children}
      <Button
        type="submit"
        {...(place === "gate" ? { variant: "primary" as const } : { className: "self-start" })}
        isPending={isSubmitting || isLeaving}
        isDisabled={isUnchanged}
      >
        {submitLabel}
      </Button>
    </form>
  );
}
