"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { MarkPreview } from "./mark-preview";
import type { LabelDraft } from "./schema-draft";

export interface LabelChoiceProps {
  readonly title: string;
  readonly labels: readonly LabelDraft[];
  /** Keys of the chosen labels. */
  readonly value: readonly string[];
  readonly onChange: (keys: string[]) => void;
  readonly error: string | undefined;
}

/** Some of the schema's labels, as ends of a relation. */
export function LabelChoice({ title, labels, value, onChange, error }: LabelChoiceProps) {
  const toggle = (key: string, isChosen: boolean) =>
    onChange(
      labels.map((label) => label.key).filter((one) => (one === key ? isChosen : value.includes(one))),
    );
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{title}</legend>
      {labels.length === 0 && <p className="text-soft">Add a label first.</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {labels.map((label, index) =>
          label.key === "" ? null : (
            <Checkbox
              key={label.key}
              isSelected={value.includes(label.key)}
              onChange={(isChosen) => toggle(label.key, isChosen)}
            >
              <MarkPreview color={label.color} index={index}>
                {label.name}
              </MarkPreview>
            </Checkbox>
          ),
        )}
      </div>
      {error !== undefined && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
