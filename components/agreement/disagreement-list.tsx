import { GivenText } from "@/components/ui/given-text";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Swatch } from "@/components/ui/swatch";
import { TextLink } from "@/components/ui/text-link";
import { valueWords } from "@/components/review/value-words";
import type { DisagreementItem, DisagreementView } from "@/lib/contracts/agreement";
import type { AttributeValue, Schema } from "@/lib/core/schema/schema";
import { countOf } from "@/components/ui/format-count";
import { decimal } from "./figure-words";

export interface DisagreementListProps {
  readonly projectId: string;
  readonly documents: DisagreementView["documents"];
  readonly schema: Schema;
}

/** Documents, the least agreed on first, with every difference in them and who said what. */
export function DisagreementList({ projectId, documents, schema }: DisagreementListProps) {
  return documents.map(({ id, title, f1, items, more }) => (
    <Section
      key={id}
      title={
        <TextLink quiet href={`/projects/${projectId}/review/${id}`} prefetch={false}>
          <GivenText>{title}</GivenText>
        </TextLink>
      }
      description={`F1, half: ${f1 === null ? "nothing marked" : decimal(f1)} · ${countOf(items.length + more, "difference")}`}
    >
      {items.length === 0 ? (
        <p className="text-soft">They agree about everything here.</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-paper">
          {items.map((item) => (
            <li
              key={`${item.kind} ${item.start} ${item.end} ${item.label} ${item.of ?? ""}`}
              className="grid gap-x-6 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
            >
              <p className="font-serif [overflow-wrap:anywhere]">
                <span className="text-soft">…{item.before}</span>
                <mark className="rounded-xs bg-accent-wash text-ink">{item.quote}</mark>
                <span className="text-soft">{item.after}…</span>
              </p>
              <Readings item={item} schema={schema} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="mt-2 text-soft">{countOf(more, "further difference")} in this document.</p>}
    </Section>
  ));
}

const KINDS: Record<DisagreementItem["kind"], string> = {
  missing: "Marked by some",
  boundary: "Borders",
  label: "Label",
  attribute: "Attribute",
  relation: "Relation",
};

function Readings({ item, schema }: { readonly item: DisagreementItem; readonly schema: Schema }) {
  const label = schema.labels.find(({ key }) => key === item.label);
  const about = nameOf(item, schema);
  return (
    <div className="text-sm">
      <p className="flex items-center gap-1.5 font-medium">
        {label !== undefined && <Swatch color={label.color} />}
        {label?.name ?? item.label} · {KINDS[item.kind]}
        {about !== null && <span className="font-normal text-soft">{about}</span>}
      </p>
      <ul>
        {item.readings.map(({ value, annotators }) => (
          <li key={annotators.join(" ")} className="[overflow-wrap:anywhere]">
            <GivenText>{annotators.join(", ")}</GivenText>
            {": "}
            {value === null ? (
              <span className="text-soft italic">nothing</span>
            ) : (
              <GivenText>{readingWords(item.kind, value, schema)}</GivenText>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What an attribute or a relation is called. */
function nameOf({ kind, of, label }: DisagreementItem, { labels, relationTypes }: Schema): string | null {
  if (of === null) return null;
  const named =
    kind === "relation" ? relationTypes : (labels.find(({ key }) => key === label)?.attributes ?? []);
  return named.find(({ key }) => key === of)?.name ?? of;
}

function readingWords(kind: DisagreementItem["kind"], value: AttributeValue, { labels }: Schema): string {
  if (kind === "missing") return "marked";
  if (kind === "label") return labels.find(({ key }) => key === value)?.name ?? String(value);
  return valueWords(value);
}

/** To the pages before and behind this one. */
export function DisagreementPages({
  hrefOf,
  page,
  pages,
}: {
  readonly hrefOf: (page: number) => string;
  readonly page: number;
  readonly pages: number;
}) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex items-center gap-2">
      {page > 1 && <LinkButton href={hrefOf(page - 1)}>Previous</LinkButton>}
      {page < pages && <LinkButton href={hrefOf(page + 1)}>Next</LinkButton>}
      <span className="ml-auto text-soft">
        Page {page} of {pages}
      </span>
    </nav>
  );
}
