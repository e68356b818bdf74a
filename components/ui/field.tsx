"use client";

import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { CircleAlert } from "lucide-react";

/** What every field says about itself. Label, hint and error are tied to the control for assistive technology. */
export interface FieldTexts {
  readonly label: ReactNode;
  /** Keeps the label for assistive technology and takes it off the screen. */
  readonly hideLabel?: boolean | undefined;
  readonly description?: ReactNode;
  /** One sentence: what is wrong and how to mend it. Its presence marks the field invalid. */
  readonly error?: string | undefined;
}

export const FIELD_BOX =
  "w-full rounded-md border border-edge bg-paper text-ink transition-colors hover:border-ink/60 " +
  "focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent data-focus-within:border-accent " +
  "data-invalid:border-danger data-disabled:opacity-50 disabled:opacity-50 pointer-coarse:min-h-11";

export function FieldLabel({
  label,
  hideLabel = false,
  isRequired = false,
}: FieldTexts & { readonly isRequired?: boolean | undefined }) {
  return (
    <Label className={hideLabel ? "sr-only" : "text-base font-medium text-ink"}>
      {label}
      {isRequired && (
        <span aria-hidden className="text-soft">
          {" *"}
        </span>
      )}
    </Label>
  );
}

export function FieldNotes({ description, error }: Pick<FieldTexts, "description" | "error">) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="text-sm text-soft">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-sm text-danger">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
