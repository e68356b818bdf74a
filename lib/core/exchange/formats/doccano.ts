import { DocumentText } from "../../text/document-text";
import { codePoint } from "../../text/offsets";
import type { ImportLine } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { isObject } from "../metadata";
import { refuseMisquotes, type TrainingSource } from "../training-row";
import { encoderOfLines, jsonLine, type Exporter } from "./exporter";
import { attributeLosses, noteLoss, relationLoss } from "./loss";
import { allSound, foreignLine, foreignSpan, listIn, readRelation, type Keys } from "./read-line";

const NDJSON = "application/x-ndjson";

/** Spans as doccano's sequence labelling has them: `"label":[[0,10,"actor"]]`. */
export const doccano: Exporter = {
  name: "doccano, sequence labelling",
  about: "JSONL with “label” triples, as doccano exports and imports them. Offsets are UTF-16 units.",
  fileName: "triptych-doccano.jsonl",
  type: NDJSON,
  loses: ["attribute", "note", "relation"],
  settings: [],
  begin: () =>
    encoderOfLines((source) => {
      const placed = inUtf16(source);
      return {
        text: jsonLine({
          text: source.document.text,
          label: placed.map(({ start, end, span }) => [start, end, span.label]),
          ...metadataKeys(source),
        }),
        losses: [...lossesOfSpans(source), ...source.relations.map((relation) => relationLoss(relation))],
      };
    }),
};

/** Spans and relations as a doccano project with relations has them. Ids are numbers, unique in the file. */
export const doccanoRelations: Exporter = {
  name: "doccano, with relations",
  about: "JSONL with “entities” and “relations”, for a doccano project that has relations switched on.",
  fileName: "triptych-doccano-relations.jsonl",
  type: NDJSON,
  loses: ["attribute", "note", "relation_attribute"],
  settings: [],
  begin: () => {
    let nextId = 1;
    return encoderOfLines((source) => {
      const numbers = new Map<string, number>();
      const entities = inUtf16(source).map(({ start, end, span }) => {
        const id = nextId++;
        numbers.set(span.id, id);
        return { id, label: span.label, start_offset: start, end_offset: end };
      });
      const relations = source.relations.map(({ type, from, to }) => ({
        id: nextId++,
        from_id: numbers.get(from),
        to_id: numbers.get(to),
        type,
      }));
      return {
        text: jsonLine({ text: source.document.text, entities, relations, ...metadataKeys(source) }),
        losses: [
          ...lossesOfSpans(source),
          ...source.relations.flatMap(({ id, attributes }) =>
            attributeLosses(id, attributes, "relation_attribute"),
          ),
        ],
      };
    });
  },
};

function inUtf16({ document, spans }: TrainingSource) {
  refuseMisquotes(document.id, document.text, spans);
  const text = DocumentText.of(document.text);
  return spans.map((span) => ({
    start: text.toUtf16(codePoint(span.start)),
    end: text.toUtf16(codePoint(span.end)),
    span,
  }));
}

function lossesOfSpans({ spans }: TrainingSource) {
  return spans.flatMap((span) => [...attributeLosses(span.id, span.attributes), ...noteLoss(span)]);
}

/** doccano keeps every key that it does not know as metadata of the text. */
function metadataKeys({ document, set }: TrainingSource): Keys {
  const { title, source, url, publishedAt, language, extra } = document.meta;
  const keys = {
    external_id: document.externalId,
    title,
    source,
    url,
    published_at: publishedAt,
    language,
    annotator: set?.annotator ?? null,
    extra: Object.keys(extra).length === 0 ? null : extra,
  };
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null));
}

/** Where doccano, in its versions and kinds of project, has the spans of a text. */
const SPAN_KEYS = ["label", "labels", "entities", "annotations"] as const;
/** What doccano says of its own doings. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  "id",
  "annotation_approver",
  "relations",
  "Comments",
  "comments",
]);

/** Reads a line of any of doccano's shapes: triples, entities with ids, annotations with numbers of labels. */
export function readDoccanoLine(value: unknown): ImportLine | LineFault {
  if (!isObject(value)) return fault("not_an_object", "The line is no JSON object.");
  const { text, data, external_id: externalId, annotator, meta, ...others } = value;
  const key = SPAN_KEYS.find((one) => Array.isArray(others[one]));
  const given = key === undefined ? [] : listIn(others[key]);
  const spans = allSound(given.map((one, index) => readSpan(one, `${key ?? ""}[${index}]`)));
  if (isFault(spans)) return spans;
  const places = new Map(given.flatMap((one, index) => (isObject(one) ? [[one["id"], index] as const] : [])));
  const relations = allSound(
    listIn(others["relations"]).map((one, index) => {
      const { from_id: from, to_id: to, type } = isObject(one) ? one : {};
      return readRelation({ from, to, type }, `relations[${index}]`, places);
    }),
  );
  if (isFault(relations)) return relations;
  const comments = listIn(others["Comments"] ?? others["comments"]);
  const rest = Object.entries(others).filter(([name]) => name !== key && !OWN_KEYS.has(name));
  return foreignLine({
    text: text ?? data,
    externalId,
    annotator,
    unit: null,
    spans: spans.values,
    relations: relations.values,
    keys: {
      ...Object.fromEntries(rest),
      ...(isObject(meta) ? meta : meta == null ? {} : { meta }),
      ...(comments.length === 0 ? {} : { comments }),
    },
  });
}

function readSpan(given: unknown, where: string) {
  if (Array.isArray(given)) {
    const [start, end, label] = given as readonly unknown[];
    return foreignSpan(start, end, label, where);
  }
  if (!isObject(given)) return fault("invalid_annotations", `${where}: not a list of start, end and label.`);
  return foreignSpan(given["start_offset"], given["end_offset"], given["label"], where);
}
