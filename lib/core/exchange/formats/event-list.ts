import { DocumentText } from "../../text/document-text";
import { codePoint } from "../../text/offsets";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import { encoderOfLines, type Exporter } from "./exporter";
import { attributeLosses, noteLoss, relationLoss, type Loss } from "./loss";

const HEAD = [
  "statement_id",
  "time",
  "person",
  "organization",
  "concept",
  "agreement",
  "start_position",
  "stop_position",
  "text",
  "coder",
  "document_id",
  "document_title",
  "document_author",
  "document_source",
  "document_section",
  "document_type",
] as const;

/** Discourse Network Analyzer's list of statements: who agrees or not with which concept, and when. */
export const eventList: Exporter = {
  name: "DNA event list",
  about: "CSV as Discourse Network Analyzer writes and rDNA reads: person, organization, concept, agreement.",
  fileName: "triptych-dna.csv",
  type: "text/csv; charset=utf-8",
  loses: ["text", "span", "attribute", "note", "relation", "relation_attribute"],
  settings: [],
  begin: () => {
    const numbers = { statement: 0, document: 0, lastDocument: "" };
    const coders = new Map<string, number>();
    return encoderOfLines(
      (source) => {
        refuseMisquotes(source.document.id, source.document.text, source.spans);
        if (source.document.id !== numbers.lastDocument) numbers.document += 1;
        numbers.lastDocument = source.document.id;
        const events = eventsOf(source);
        const rows = events.map((event) =>
          rowOf(event, source, {
            statement: ++numbers.statement,
            document: numbers.document,
            coder: coderOf(source.set?.annotator ?? "", coders),
          }),
        );
        return { text: rows.join(""), losses: lossesOf(source, events) };
      },
      `${HEAD.map(quoted).join(";")}\n`,
    );
  },
};

/** A claim, who makes it, and a concept that it supports or opposes. */
interface DiscourseEvent {
  readonly claim: SourceSpan;
  readonly actor: SourceSpan | null;
  readonly concept: string;
  readonly agrees: boolean;
}

function eventsOf({ spans, relations }: TrainingSource): readonly DiscourseEvent[] {
  return spans.flatMap((claim) => {
    const actors = relations
      .filter(({ from, type }) => from === claim.id && type === "made_by")
      .flatMap(({ to }) => spans.find(({ id }) => id === to) ?? []);
    return (["concept_supports", "concept_opposes"] as const).flatMap((key) =>
      listOf(claim.attributes[key]).flatMap((concept) =>
        (actors.length === 0 ? [null] : actors).map((actor) => ({
          claim,
          actor,
          concept,
          agrees: key === "concept_supports",
        })),
      ),
    );
  });
}

function listOf(value: SourceSpan["attributes"][string] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "object" ? value : [String(value)];
}

interface Numbers {
  readonly statement: number;
  readonly document: number;
  readonly coder: number;
}

function rowOf(
  { claim, actor, concept, agrees }: DiscourseEvent,
  { document }: TrainingSource,
  numbers: Numbers,
): string {
  const text = DocumentText.of(document.text);
  const { title, source, publishedAt, extra } = document.meta;
  const fact = (key: string) => (typeof extra[key] === "string" ? extra[key] : "");
  return `${[
    numbers.statement,
    timeOf(publishedAt),
    quoted(personOf(actor)),
    quoted(organizationOf(actor)),
    quoted(concept),
    agrees ? 1 : 0,
    text.toUtf16(codePoint(claim.start)),
    text.toUtf16(codePoint(claim.end)),
    quoted(claim.quote),
    numbers.coder,
    numbers.document,
    quoted(title ?? ""),
    quoted(fact("author")),
    quoted(source ?? ""),
    quoted(fact("section")),
    quoted(fact("type")),
  ].join(";")}\n`;
}

/** As DNA writes cells: no separator or quote within one; line breaks, which DNA leaves, are blanks, or rows would break. */
function quoted(text: string): string {
  return `"${text
    .replaceAll(";", ",")
    .replaceAll('"', "'")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")}"`;
}

function personOf(actor: SourceSpan | null): string {
  const { person, canonical, actor_type: type } = actor?.attributes ?? {};
  return String(person ?? (type === "person" ? (canonical ?? actor?.quote) : ""));
}

function organizationOf(actor: SourceSpan | null): string {
  const { organization, canonical, actor_type: type } = actor?.attributes ?? {};
  return String(organization ?? (type === "person" ? "" : (canonical ?? actor?.quote ?? "")));
}

/** DNA has moments without a time zone; what is not known of a date is its beginning. */
function timeOf(publishedAt: string | null): string {
  const [, year, month = "01", day = "01", time = "00:00:00"] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}:\d{2}))?/.exec(publishedAt ?? "") ?? [];
  return year === undefined ? "" : `${year}-${month}-${day} ${time}`;
}

function coderOf(annotator: string, coders: Map<string, number>): number {
  const known = coders.get(annotator);
  if (known !== undefined) return known;
  coders.set(annotator, coders.size + 1);
  return coders.size;
}

const HELD: ReadonlySet<string> = new Set([
  "concept_supports",
  "concept_opposes",
  "person",
  "organization",
  "canonical",
]);

function lossesOf({ spans, relations }: TrainingSource, events: readonly DiscourseEvent[]): readonly Loss[] {
  const claims = new Set(events.map(({ claim }) => claim.id));
  const actors = new Set(events.flatMap(({ actor }) => actor?.id ?? []));
  return [
    { kind: "text", of: null, reason: "An event list holds quotes, not the texts." },
    ...spans.flatMap((span): readonly Loss[] => {
      if (!claims.has(span.id) && !actors.has(span.id))
        return [
          { kind: "span", of: span.id, reason: `Of no claim with a concept: ${span.label} “${span.quote}”` },
        ];
      const lost = Object.entries(span.attributes).filter(([key]) => !HELD.has(key));
      return [...attributeLosses(span.id, Object.fromEntries(lost)), ...noteLoss(span)];
    }),
    ...relations.flatMap((relation) =>
      relation.type === "made_by" && claims.has(relation.from)
        ? attributeLosses(relation.id, relation.attributes, "relation_attribute")
        : [relationLoss(relation, `No column for it: ${relation.type}`)],
    ),
  ];
}
