"use client";

import { Plus, Shapes } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Section } from "@/components/ui/section";
import { LabelRow } from "./label-row";
import type { SchemaForm } from "./name-field";
import { newLabel } from "./new-label";
import { useOpenRows } from "./use-open-rows";

/** The labels of a schema, in the order in which annotators see them. */
export function LabelList({ form }: { readonly form: SchemaForm }) {
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "labels" });
  const { isOpen, setOpen } = useOpenRows();
  const addButton = (
    <Button
      onPress={() =>
        append(newLabel(form.getValues("labels")), { focusName: `labels.${fields.length}.name` })
      }
    >
      <Plus aria-hidden /> Add label
    </Button>
  );
  return (
    <Section
      title="Labels"
      description="What a span can be, in the order in which annotators see them."
      actions={addButton}
    >
      <Panel>
        {fields.length === 0 ? (
          <EmptyState icon={Shapes} title="No labels yet">
            A label says what a span is: a claim, an actor, a stance. Add the first one.
          </EmptyState>
        ) : (
          <ol>
            {fields.map((field, index) => (
              <LabelRow
                key={field.id}
                form={form}
                place={{ index, count: fields.length }}
                isExpanded={isOpen(field)}
                onExpandedChange={(isExpanded) => setOpen(field, isExpanded)}
                onMove={(by) => move(index, index + by)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
        )}
      </Panel>
    </Section>
  );
}
