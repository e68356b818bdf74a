import type { Attribute, AttributeValue, Schema } from "../../schema/schema";
import { DocumentText } from "../../text/document-text";
import { codePoint } from "../../text/offsets";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import type { Encoder, Exporter, Piece } from "./exporter";
import { labelingConfig, REGION, TEXT, attributeName } from "./label-studio-config";
import { attributeLosses } from "./loss";
import type { Keys } from "./read-line";

const TASKS = "tasks.json";

/** Tasks with all their annotations, and the labelling configuration without which they mean nothing. */
export const labelStudio: Exporter = {
  name: "Label Studio",
  about: "A zip of tasks.json, one task with the annotations of everybody, and the labelling configuration.",
  fileName: "triptych-label-studio.zip",
  type: "application/zip",
  loses: ["relation_attribute"],
  settings: [],
  begin: ([newest]) => new TaskEncoder(newest),
};

/** Keeps one task until the next document comes: its sets come one after another. */
class TaskEncoder implements Encoder {
  readonly head: readonly Piece[];
  readonly #types: ReadonlyMap<string, Attribute["type"]>;
  #task: {
    readonly id: string;
    readonly data: Keys;
    readonly annotations: Keys[];
    readonly people: string[];
  } | null = null;
  #written = 0;

  constructor(schema: Schema | undefined) {
    const config = { path: "labeling-config.xml", text: labelingConfig(schema) };
    this.head = [config, { path: TASKS, text: "[" }];
    const attributes = schema?.labels.flatMap(({ attributes }) => attributes) ?? [];
    this.#types = new Map(attributes.map(({ key, type }) => [key, type]));
  }

  encode(source: TrainingSource) {
    const { document, set, relations } = source;
    const pieces = this.#task?.id === document.id ? [] : this.#flush();
    this.#task ??= { id: document.id, data: dataOf(source), annotations: [], people: [] };
    if (set !== null) {
      this.#task.annotations.push({
        was_cancelled: false,
        ground_truth: set.kind === "gold",
        result: this.#resultOf(source),
      });
      this.#task.people.push(set.annotator ?? "");
    }
    const losses = relations.flatMap(({ id, attributes }) =>
      attributeLosses(id, attributes, "relation_attribute"),
    );
    return { pieces, losses };
  }

  end(): readonly Piece[] {
    return [...this.#flush(), { path: TASKS, text: "\n]\n" }];
  }

  #flush(): readonly Piece[] {
    if (this.#task === null) return [];
    const { data, annotations, people } = this.#task;
    this.#task = null;
    const task = { data: { ...data, annotators: people }, annotations };
    return [{ path: TASKS, text: `${this.#written++ === 0 ? "\n" : ",\n"}${JSON.stringify(task)}` }];
  }

  #resultOf({ document, spans, relations }: TrainingSource): readonly Keys[] {
    refuseMisquotes(document.id, document.text, spans);
    const text = DocumentText.of(document.text);
    return [
      ...spans.flatMap((span) => this.#regionsOf(span, text)),
      ...relations.map(({ type, from, to }) => ({
        type: "relation",
        from_id: from,
        to_id: to,
        direction: "right",
        labels: [type],
      })),
    ];
  }

  /** A region, and for each of its attributes another result with its id. */
  #regionsOf(
    { id, start, end, label, quote, attributes, note }: SourceSpan,
    text: DocumentText,
  ): readonly Keys[] {
    const place = { start: text.toUtf16(codePoint(start)), end: text.toUtf16(codePoint(end)) };
    const region = {
      id,
      from_name: REGION,
      to_name: TEXT,
      type: "labels",
      value: { ...place, text: quote, labels: [label] },
      ...(note === null ? {} : { meta: { text: [note] } }),
    };
    const answers = Object.entries(attributes).map(([key, value]) => {
      const answer = answerOf(this.#types.get(key), value);
      return {
        id,
        from_name: attributeName(key),
        to_name: TEXT,
        type: answer.type,
        value: { ...place, text: quote, ...answer.value },
      };
    });
    return [region, ...answers];
  }
}

/** An attribute that the schema does not have any more is text. */
function answerOf(type: Attribute["type"] | undefined, value: AttributeValue) {
  const values = typeof value === "object" ? value : [String(value)];
  switch (type) {
    case "enum":
    case "boolean":
      return { type: "choices", value: { choices: values } };
    case "number":
      return { type: "number", value: { number: value } };
    case "text":
    case undefined:
      return { type: "textarea", value: { text: values } };
  }
}

function dataOf({ document }: TrainingSource): Keys {
  const { publishedAt, extra, ...meta } = document.meta;
  return {
    text: document.text,
    external_id: document.externalId,
    ...meta,
    published_at: publishedAt,
    extra: JSON.stringify(extra),
  };
}
