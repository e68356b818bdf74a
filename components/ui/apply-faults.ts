import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { faultPlace } from "./fault-place";

export interface FieldFault {
  /** As the server writes it: `labels[2].name`. */
  readonly path: string;
  readonly message: string;
}

/**
 * Shows the server's faults at the fields they belong to and moves focus to the first. Returns the faults that
 * belong to no field of this form, for a `Notice` above it.
 */
export function applyFaults<Values extends FieldValues, Output>(
  faults: readonly FieldFault[],
  form: UseFormReturn<Values, unknown, Output>,
): readonly FieldFault[] {
  const strays: FieldFault[] = [];
  let isFirst = true;
  for (const fault of faults) {
    const place = faultPlace(form.getValues(), fault.path);
    if (place === null) strays.push(fault);
    else
      form.setError(
        place as FieldPath<Values>,
        { type: "server", message: fault.message },
        { shouldFocus: isFirst },
      );
    isFirst &&= place === null;
  }
  return strays;
}
