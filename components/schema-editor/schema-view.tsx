import { ArrowRight } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { Panel } from "@/components/ui/panel";
import { Section } from "@/components/ui/section";
import type { Attribute, Label, RelationType, Schema } from "@/lib/core/schema/schema";
import { ATTRIBUTE_TYPE_NAMES } from "./attribute-type-names";
import { cardinality, waivers } from "./cardinality";
import { LabelEnds } from "./label-ends";
import { MarkPreview } from "./mark-preview";

/** The schema as everybody in the project reads it. */
export function SchemaView({ schema: { labels, relationTypes } }: { readonly schema: Schema }) {
  if (labels.length === 0) {
    return (
      <EmptyState title="No labels yet">
        A manager of this project has to add labels before anybody can annotate.
      </EmptyState>
    );
  }
  return (
    <>
      <Section title="Labels" description="What a span can be.">
        <Panel>
          <ul>
            {labels.map((label, index) => (
              <LabelEntry key={label.key} label={label} index={index} />
            ))}
          </ul>
        </Panel>
      </Section>
      {relationTypes.length > 0 && (
        <Section title="Relations" description="How annotations are linked.">
          <Panel>
            <ul>
              {relationTypes.map((type) => (
                <RelationTypeEntry key={type.key} type={type} labels={labels} />
              ))}
            </ul>
          </Panel>
        </Section>
      )}
    </>
  );
}

function LabelEntry({ label, index }: { readonly label: Label; readonly index: number }) {
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <h3 className="flex flex-wrap items-center gap-2.5">
        <MarkPreview color={label.color} index={index}>
          {label.name}
        </MarkPreview>
        {label.hotkey !== null && <Kbd>{label.hotkey}</Kbd>}
        {label.archived && <Badge isPill>archived</Badge>}
        <code className="font-mono text-sm font-normal text-soft">{label.key}</code>
      </h3>
      {label.description !== "" && <p className="mt-1 max-w-prose">{label.description}</p>}
      <AttributeEntries attributes={label.attributes} />
    </li>
  );
}

function RelationTypeEntry({
  type,
  labels,
}: {
  readonly type: RelationType;
  readonly labels: readonly Label[];
}) {
  const exceptions = waivers(type.waivedBy);
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <LabelEnds keys={type.from} labels={labels} />
        <span className="inline-flex items-center gap-1.5">
          {type.name}
          <ArrowRight aria-label="to" className="size-3.5 text-soft" />
        </span>
        <LabelEnds keys={type.to} labels={labels} />
        <code className="font-mono text-sm font-normal text-soft">{type.key}</code>
      </h3>
      <p className="mt-1 text-soft">
        {[cardinality(type.min, type.max), exceptions].filter((part) => part !== null).join("; ")}
      </p>
      <AttributeEntries attributes={type.attributes} />
    </li>
  );
}

function AttributeEntries({ attributes }: { readonly attributes: readonly Attribute[] }) {
  if (attributes.length === 0) return null;
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {attributes.map((attribute) => (
        <div key={attribute.key} className="contents">
          <dt className="font-medium max-sm:mt-1">
            {attribute.name}
            {attribute.required && <span className="font-normal text-soft"> (required)</span>}
          </dt>
          <dd className="text-soft">
            {attribute.type === "enum"
              ? attribute.values.join(" · ")
              : ATTRIBUTE_TYPE_NAMES[attribute.type].toLowerCase()}
            {attribute.multiple && ", several"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
