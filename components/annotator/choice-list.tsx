"use client";

import { Checkbox } from "@/components/ui/checkbox";

export interface ChoiceListProps {
  readonly name: string;
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of the values, kept in the schema's order. */
export function ChoiceList({ name, values, chosen, isReadOnly, onChange }: ChoiceListProps) {
  return (
    <div role="group" aria-label={name} className="flex flex-wrap gap-x-3 gap-y-1">
      {values.map((value) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          isDisabled={isReadOnly}
          onChange={(isChosen) =>
            onChange(values.filter((one) => (one === value ? isChosen : chosen.includes(one))))
          }
        >
          {value}
        </Checkbox>
      ))}
    </div>
  );
}
