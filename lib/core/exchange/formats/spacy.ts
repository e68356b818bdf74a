import type { ImportLine } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { isObject } from "../metadata";
import { refuseMisquotes } from "../training-row";
import { jsonLine, type Exporter } from "./exporter";
import { allSound, foreignLine, foreignSpan, listIn, readRelation, readSpanObject } from "./read-line";
import { SPACY_CONVERTER } from "./spacy-converter";

/** Spans as JSONL and the script that makes a DocBin of it, which only Python can write. */
export const spacy: Exporter = {
  name: "spaCy",
  about: "A zip of JSONL and a script that turns it into train.spacy, with overlapping spans in doc.spans.",
  fileName: "triptych-spacy.zip",
  type: "application/zip",
  loses: [],
  settings: [],
  begin: () => ({
    head: [{ path: "to_spacy.py", text: SPACY_CONVERTER }],
    encode: ({ document, set, spans, relations }) => {
      refuseMisquotes(document.id, document.text, spans);
      const { extra, publishedAt, ...meta } = document.meta;
      const line = {
        text: document.text,
        spans: spans.map(({ id, start, end, label, attributes, note }) => ({
          id,
          start,
          end,
          label,
          attributes,
          note,
        })),
        relations: relations.map(({ type, from, to, attributes }) => ({ type, from, to, attributes })),
        meta: {
          external_id: document.externalId,
          ...meta,
          published_at: publishedAt,
          extra: JSON.stringify(extra),
        },
        annotator: set?.annotator ?? null,
      };
      return { pieces: [{ path: "spans.jsonl", text: jsonLine(line) }], losses: [] };
    },
    end: () => [],
  }),
};

/** Reads what trains spaCy: our own lines, `{"text","spans"}`, and `[text, {"entities":[[0,10,"ACTOR"]]}]`. */
export function readSpacyLine(value: unknown): ImportLine | LineFault {
  const [text, annotated] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const line = isObject(annotated) ? { text, ...annotated } : value;
  if (!isObject(line))
    return fault("not_an_object", "The line is neither an object nor a text with its spans.");
  const {
    text: whole,
    entities,
    ents,
    spans: given,
    relations: links,
    cats,
    annotator,
    meta,
    ...others
  } = line;
  const groups = isObject(given) ? Object.values(given).flatMap(listIn) : listIn(given);
  const listed = [...listIn(entities), ...listIn(ents), ...groups];
  const spans = allSound(
    listed.map((one, index) => {
      const where = `spans[${index}]`;
      if (!Array.isArray(one)) return readSpanObject(one, where);
      const [start, end, name] = one as readonly unknown[];
      return foreignSpan(start, end, name, where);
    }),
  );
  if (isFault(spans)) return spans;
  const places = new Map(
    listed.flatMap((one, index) => (isObject(one) ? [[one["id"], index] as const] : [])),
  );
  const relations = allSound(
    listIn(links).map((one, index) => readRelation(one, `relations[${index}]`, places)),
  );
  if (isFault(relations)) return relations;
  const { external_id: externalId, ...described } = isObject(meta) ? meta : {};
  return foreignLine({
    text: whole,
    externalId,
    annotator,
    unit: "codepoint",
    spans: spans.values,
    relations: relations.values,
    keys: { ...others, ...described, ...(cats === undefined ? {} : { cats }) },
  });
}
