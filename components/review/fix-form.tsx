"use client";

import { useEffect, useRef } from "react";
import { AttributeList } from "@/components/annotator/attribute-list";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { labelOf } from "@/lib/core/schema/schema";
import { useReviewBench, useReviewState } from "./review-context";

/** The correction as it is worded: borders by the bracket keys or by selecting, label and attributes here. */
export function FixForm() {
  const { review, schema } = useReviewBench();
  const { draft } = useReviewState();
  const frame = useRef<HTMLDivElement>(null);

  // The form's place in the panel: in sight as soon as it stands.
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    frame.current?.scrollIntoView({ block: "nearest" });
  }, []);

  if (draft === null) return null;
  const label = labelOf(schema, draft.label);
  return (
    <div
      ref={frame}
      role="group"
      aria-label="Correction"
      className="flex flex-col gap-2.5 rounded-lg border border-accent bg-paper p-2.5"
    >
      <p className="text-sm text-soft">
        Borders: <CommandKbd command="start.back" /> <CommandKbd command="start.forward" />{" "}
        <CommandKbd command="end.back" /> <CommandKbd command="end.forward" />, or select in the text.
      </p>
      <Select
        label="Label"
        options={schema.labels
          .filter(({ archived }) => !archived)
          .map(({ key, name }) => ({ value: key, label: name }))}
        value={draft.label}
        onChange={(key) => review.reword({ label: key })}
      />
      <AttributeList
        annotation={draft}
        attributes={label?.attributes ?? []}
        isMissing={(key) => draft.attributes[key] === undefined && isRequired(label, key)}
        isReadOnly={false}
        onChange={(key, value) => review.setAttribute(key, value)}
        onComplete={() => undefined}
      />
      <div className="flex gap-2">
        <Button variant="primary" size="small" onPress={() => review.confirmFix()}>
          Take over <CommandKbd command="review.fix" />
        </Button>
        <Button size="small" onPress={() => review.stepOut()}>
          Leave <CommandKbd command="escape" />
        </Button>
      </div>
    </div>
  );
}

function isRequired(label: ReturnType<typeof labelOf>, key: string): boolean {
  return label?.attributes.some((attribute) => attribute.key === key && attribute.required) ?? false;
}
