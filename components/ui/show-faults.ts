import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { Fault } from "@/lib/core/errors";

/**
 * Puts each fault of the server's answer at its field and moves focus to the first one. Gives back the faults that
 * the form has no field for; show those above it.
 */
export function showFaults<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  faults: readonly Fault[],
): readonly Fault[] {
  const placed = faults.filter((fault) => form.getValues(fieldNameOf<Values>(fault.path)) !== undefined && fault.path !== "");
  placed.forEach((fault, index) =>
    form.setError(fieldNameOf<Values>(fault.path), { type: fault.code, message: fault.message }, { shouldFocus: index === 0 }),
  );
  return faults.filter((fault) => !placed.includes(fault));
}

/** `labels[2].attributes[0].key` as react-hook-form names it: `labels.2.attributes.0.key`. */
export function fieldNameOf<Values extends FieldValues>(path: string): FieldPath<Values> {
  return path.replace(/\[(\d+)\]/g, ".$1") as FieldPath<Values>;
}
