"use client";

import { useEffect, useRef, type RefObject } from "react";
import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Takes over what was typed, or filled in by a password manager, before the page came alive: React would put the
 * form's own empty values in its place at the next rendering.
 */
export function useEarlyInput<Values extends FieldValues, Output>({
  getValues,
  setValue,
}: UseFormReturn<Values, unknown, Output>): RefObject<HTMLFormElement | null> {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    for (const [name, value] of new FormData(element.current)) {
      if (value !== "" && Object.hasOwn(getValues(), name)) {
        setValue(name as FieldPath<Values>, value as FieldPathValue<Values, FieldPath<Values>>);
      }
    }
  }, [getValues, setValue]);
  return element;
}
