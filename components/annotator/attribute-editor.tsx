"use client";

import { useId, type KeyboardEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { NumberField } from "@/components/ui/number-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { Attribute, AttributeValue } from "@/lib/core/schema/schema";
import { ChoiceList } from "./choice-list";
import { digitChoice, digitsOf } from "./digit-choice";
import { InspectorRow } from "./inspector-row";
import { TextValue } from "./text-value";

export interface AttributeEditorProps {
  readonly attribute: Attribute;
  readonly value: AttributeValue | null;
  readonly isMissing: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (value: AttributeValue | null) => void;
  /** A value was chosen by its digit: the hand wants to go on from `row`. */
  readonly onAnswered?: ((row: Element) => void) | undefined;
}

/** More values than this do not fit side by side. */
const SEGMENTS = 5;

/** The editor that suits the attribute's type. What is required and missing is asked for, and stands in nobody's way. */
export function AttributeEditor(props: AttributeEditorProps) {
  const { attribute, value, isMissing, isReadOnly, onChange, onAnswered } = props;
  const id = useId();
  const choose = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey, currentTarget, target } = event;
    // Lists that open elsewhere, and fields one types in, have their own use for digits.
    const isHere = target instanceof Element && currentTarget.contains(target);
    if (isReadOnly || ctrlKey || metaKey || altKey || !isHere) return;
    const choice = digitChoice(attribute, value, key);
    if (choice === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(choice.value);
    if (isMissing && typeof choice.value !== "object") onAnswered?.(currentTarget);
  };
  return (
    <InspectorRow
      name={attribute.name}
      isRequired={attribute.required}
      nameId={id}
      isMissing={isMissing}
      keys={isReadOnly ? null : digitsOf(attribute)}
    >
      <div
        data-attribute={attribute.key}
        data-missing={isMissing}
        onKeyDownCapture={choose}
        className={classNames("min-w-0", isMissing && "rounded-md ring-1 ring-warn/60")}
      >
        <Editor {...props} nameId={id} />
      </div>
    </InspectorRow>
  );
}

function Editor({
  attribute,
  value,
  isReadOnly,
  onChange,
  nameId,
}: AttributeEditorProps & { readonly nameId: string }) {
  const common = { label: attribute.name, hideLabel: true } as const;
  switch (attribute.type) {
    case "enum": {
      const segments = attribute.values.map((one) => ({ value: one, label: one }));
      if (attribute.multiple) {
        return (
          <ChoiceList
            name={attribute.name}
            values={attribute.values}
            chosen={listOf(value)}
            isReadOnly={isReadOnly}
            onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
          />
        );
      }
      const chosen = typeof value === "string" ? value : null;
      if (segments.length <= SEGMENTS) {
        return (
          <SegmentedControl
            {...common}
            segments={segments}
            value={chosen}
            onChange={onChange}
            isClearable
            isReadOnly={isReadOnly}
            size="small"
          />
        );
      }
      const options = attribute.required ? segments : [{ value: NONE, label: "none" }, ...segments];
      return (
        <Select
          {...common}
          options={options}
          value={chosen}
          onChange={(next) => onChange(next === NONE ? null : next)}
          isDisabled={isReadOnly}
        />
      );
    }
    case "boolean":
      return (
        <SegmentedControl
          {...common}
          segments={YES_NO}
          value={typeof value === "boolean" ? (value ? "yes" : "no") : null}
          onChange={(next) => onChange(next === null ? null : next === "yes")}
          isClearable
          isReadOnly={isReadOnly}
          size="small"
        />
      );
    case "number":
      return (
        <NumberField
          {...common}
          value={typeof value === "number" ? value : null}
          onChange={onChange}
          isReadOnly={isReadOnly}
        />
      );
    case "text":
      return (
        <TextValue
          nameId={nameId}
          name={attribute.name}
          values={listOf(value)}
          isMultiple={attribute.multiple}
          isReadOnly={isReadOnly}
          onChange={(values) =>
            onChange(values.length === 0 ? null : attribute.multiple ? values : (values[0] ?? null))
          }
        />
      );
  }
}

const NONE = "";
const YES_NO = [
  { value: "yes", label: "yes" },
  { value: "no", label: "no" },
] as const;

function listOf(value: AttributeValue | null): readonly string[] {
  if (value === null) return [];
  return typeof value === "object" ? value : [String(value)];
}
