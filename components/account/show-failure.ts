import type { FieldValues, UseFormReturn } from "react-hook-form";
import { applyFaults } from "@/components/ui/apply-faults";
import type { ActionResult } from "@/lib/contracts/action-result";

export type Failure = Extract<ActionResult<unknown>, { readonly ok: false }>;

/** Shows what an action refused at the fields it is about; the sentence for above the form where they do not say it all. */
export function showFailure<Values extends FieldValues, Output>(
  { message, fields = {} }: Failure,
  form: UseFormReturn<Values, unknown, Output>,
): string | null {
  const faults = Object.entries(fields).map(([path, text]) => ({ path, message: text }));
  return faults.length === 0 || applyFaults(faults, form).length > 0 ? message : null;
}
