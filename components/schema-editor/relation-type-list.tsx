"use client";

import { Plus, Waypoints } from "lucide-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Section } from "@/components/ui/section";
import type { SchemaForm } from "./name-field";
import { RelationTypeRow } from "./relation-type-row";
import type { RelationTypeDraft } from "./schema-draft";
import { useOpenRows } from "./use-open-rows";

const NEW_RELATION_TYPE: RelationTypeDraft = {
  isNew: true,
  key: "",
  name: "",
  from: [],
  to: [],
  min: 0,
  max: null,
  waivedBy: [],
  attributes: [],
};

/** How annotations can be linked. */
export function RelationTypeList({ form }: { readonly form: SchemaForm }) {
  const { control } = form;
  const { fields, append, remove, move } = useFieldArray({ control, name: "relationTypes" });
  const hasLabels = useWatch({ control, name: "labels" }).length > 0;
  const { isOpen, setOpen } = useOpenRows();
  const addButton = (
    <Button
      isDisabled={!hasLabels}
      onPress={() => append(NEW_RELATION_TYPE, { focusName: `relationTypes.${fields.length}.name` })}
    >
      <Plus aria-hidden /> Add relation
    </Button>
  );
  return (
    <Section
      title="Relations"
      description="How annotations are linked: a claim is made by an actor."
      actions={addButton}
    >
      <Panel>
        {fields.length === 0 ? (
          <EmptyState icon={Waypoints} title="No relations yet">
            {hasLabels
              ? "A relation links two annotations. Add one if your question needs it."
              : "Add labels first; relations lead from one to another."}
          </EmptyState>
        ) : (
          <ol>
            {fields.map((field, index) => (
              <RelationTypeRow
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
