"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { DuplicatePolicy } from "@/lib/core/exchange/duplicate-policy";

export interface ImportChoices {
  readonly onDuplicate: DuplicatePolicy;
  readonly strict: boolean;
}

const POLICIES: readonly { readonly value: DuplicatePolicy; readonly label: string }[] = [
  { value: "skip", label: "Skip it" },
  { value: "update", label: "Update metadata" },
  { value: "error", label: "Report an error" },
];

const CONSEQUENCES: Record<DuplicatePolicy, string> = {
  skip: "The document stays as it is.",
  update:
    "Its metadata are replaced by those of the line. A text never changes; a line with another text is an error.",
  error: "The line is reported, and the document stays as it is.",
};

export interface ImportOptionsProps {
  readonly choices: ImportChoices;
  readonly onChange: (choices: ImportChoices) => void;
}

export function ImportOptions({ choices, onChange }: ImportOptionsProps) {
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl
        label="If a document with the same id is there already"
        segments={POLICIES}
        value={choices.onDuplicate}
        onChange={(onDuplicate) => onDuplicate !== null && onChange({ ...choices, onDuplicate })}
        description={CONSEQUENCES[choices.onDuplicate]}
      />
      <Checkbox
        isSelected={choices.strict}
        onChange={(strict) => onChange({ ...choices, strict })}
        description="One broken line, and nothing is imported. Otherwise the good lines arrive and the broken ones are reported."
      >
        All or nothing
      </Checkbox>
    </div>
  );
}
