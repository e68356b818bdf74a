"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Annotation } from "@/lib/core/annotation/annotation";
import type { Attribute, AttributeValue } from "@/lib/core/schema/schema";
import { AttributeEditor } from "./attribute-editor";
import { focusNextMissing } from "./focus-inspector";

export interface AttributeListProps {
  readonly annotation: Pick<Annotation, "attributes">;
  readonly attributes: readonly Attribute[];
  readonly isMissing: (key: string) => boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (key: string, value: AttributeValue | null) => void;
  /** All that was asked for has been answered. */
  readonly onComplete: () => void;
}

/** The attributes in the schema's order; those that may be left out and are not chosen from a list wait folded. */
export function AttributeList({
  annotation,
  attributes,
  isMissing,
  isReadOnly,
  onChange,
  onComplete,
}: AttributeListProps) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const isAside = (attribute: Attribute): boolean =>
    !attribute.required && attribute.type !== "enum" && annotation.attributes[attribute.key] === undefined;
  const aside = attributes.filter(isAside);
  const isFolded = aside.length > 1 && !isUnfolded;
  return (
    <>
      {attributes
        .filter((attribute) => !isFolded || !isAside(attribute))
        .map((attribute) => (
          <AttributeEditor
            key={attribute.key}
            attribute={attribute}
            value={annotation.attributes[attribute.key] ?? null}
            isMissing={isMissing(attribute.key)}
            isReadOnly={isReadOnly}
            onChange={(value) => onChange(attribute.key, value)}
            onAnswered={(row) => {
              if (!focusNextMissing(row)) onComplete();
            }}
          />
        ))}
      {isFolded && !isReadOnly && (
        <button
          type="button"
          onClick={() => setIsUnfolded(true)}
          className="flex items-start gap-1 rounded-sm text-left text-soft hover:text-ink"
        >
          <ChevronRight aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {aside.length} more: {aside.map(({ name }) => name.toLowerCase()).join(", ")}
        </button>
      )}
    </>
  );
}
