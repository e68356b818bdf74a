import { Fragment } from "react";
import type { Label } from "@/lib/core/schema/schema";
import { MarkPreview } from "./mark-preview";

export interface LabelEndsProps {
  readonly keys: readonly string[];
  /** All labels of the schema, in their order. */
  readonly labels: readonly Pick<Label, "key" | "name" | "color">[];
}

/** The labels that a relation may start from, or lead to. */
export function LabelEnds({ keys, labels }: LabelEndsProps) {
  const chosen = labels.flatMap((label, index) => (keys.includes(label.key) ? [{ label, index }] : []));
  if (chosen.length === 0) return <span className="text-soft">?</span>;
  return (
    <span>
      {chosen.map(({ label, index }, place) => (
        <Fragment key={label.key}>
          {place > 0 && <span className="text-soft"> or </span>}
          <MarkPreview color={label.color} index={index}>
            {label.name}
          </MarkPreview>
        </Fragment>
      ))}
    </span>
  );
}
