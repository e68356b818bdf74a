import { DocumentText } from "../../text/document-text";
import { codePoint } from "../../text/offsets";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import type { Exporter } from "./exporter";
import { FilePaths, hasPlainName } from "./file-paths";
import { attributeLosses, metadataLoss } from "./loss";
import type { Keys } from "./read-line";

/** How much of the text stands before and after a quote, so that it is found again in another copy. */
const CONTEXT = 32;

/** A text and a page of annotations for each set, with quotes and positions in code points. */
export const webAnnotation: Exporter = {
  name: "W3C Web Annotation",
  about: "A zip of texts and JSON-LD, a folder for each annotator; quotes, and positions in code points.",
  fileName: "triptych-web-annotation.zip",
  type: "application/zip",
  loses: ["metadata", "relation_attribute"],
  settings: [],
  begin: () => {
    const paths = new FilePaths();
    return {
      head: [],
      encode: (source) => {
        const path = paths.pathOf(source);
        const page = `${JSON.stringify(pageOf(source), null, 1)}\n`;
        return {
          pieces: [
            { path: `${path}.txt`, text: source.document.text },
            { path: `${path}.jsonld`, text: page },
          ],
          losses: [
            ...metadataLoss(source, [
              "url",
              ...(hasPlainName(source.document.externalId) ? ["externalId" as const] : []),
            ]),
            ...source.relations.flatMap(({ id, attributes }) =>
              attributeLosses(id, attributes, "relation_attribute"),
            ),
          ],
        };
      },
      end: () => [],
    };
  },
};

function pageOf(source: TrainingSource): Keys {
  const { document, set, spans, relations } = source;
  refuseMisquotes(document.id, document.text, spans);
  const text = DocumentText.of(document.text);
  const creator = set?.annotator == null ? {} : { creator: { type: "Person", name: set.annotator } };
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationPage",
    items: [
      ...spans.map((span) => ({
        id: urn(span.id),
        type: "Annotation",
        ...creator,
        body: bodiesOf(span),
        target: { source: document.meta.url ?? urn(document.id), selector: selectorsOf(span, text) },
      })),
      ...relations.map(({ id, type, from, to }) => ({
        id: urn(id),
        type: "Annotation",
        ...creator,
        motivation: "linking",
        body: [urn(from), { type: "TextualBody", purpose: "tagging", value: type }],
        target: urn(to),
      })),
    ],
  };
}

/** The label as a tag, each value of an attribute as a body named by it, the note as a comment. */
function bodiesOf({ label, attributes, note }: SourceSpan): readonly Keys[] {
  const values = Object.entries(attributes).flatMap(([name, value]) =>
    (typeof value === "object" ? value : [String(value)]).map((one) => ({
      type: "TextualBody",
      purpose: "classifying",
      name,
      value: one,
    })),
  );
  const comment = note === null ? [] : [{ type: "TextualBody", purpose: "commenting", value: note }];
  return [{ type: "TextualBody", purpose: "tagging", value: label }, ...values, ...comment];
}

function selectorsOf({ start, end, quote }: SourceSpan, text: DocumentText): readonly Keys[] {
  const around = (from: number, to: number) =>
    text.slice(codePoint(Math.max(0, from)), codePoint(Math.min(text.length, to)));
  return [
    {
      type: "TextQuoteSelector",
      exact: quote,
      prefix: around(start - CONTEXT, start),
      suffix: around(end, end + CONTEXT),
    },
    { type: "TextPositionSelector", start, end },
  ];
}

function urn(id: string): string {
  return `urn:uuid:${id}`;
}
