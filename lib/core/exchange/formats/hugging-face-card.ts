import type { Schema } from "../../schema/schema";
import type { AttributeColumn } from "../attribute-columns";

/** The tags that a column can have, in the order of their numbers. */
export function tagNames(column: string, [newest]: readonly Schema[]): readonly string[] {
  const labels = column === "tag" ? (newest?.labels.map(({ key }) => key) ?? []) : [column];
  return ["O", ...labels.flatMap((label) => [`B-${label}`, `I-${label}`])];
}

/** What a column of tags is called: `ner_tags` where there is one, as everybody calls it. */
export function tagColumn(name: string): string {
  return name === "tag" ? "ner_tags" : `tags_${name}`;
}

/** The README of a data set: what loads it, and of which type each column is, also where its first rows are empty. */
export function datasetCard(
  tags: ReadonlyMap<string, readonly string[]>,
  attributes: readonly AttributeColumn[],
): string {
  return [
    "---",
    "configs:",
    "- config_name: default",
    "  data_files:",
    "  - split: train",
    "    path: data/train.jsonl",
    "dataset_info:",
    "  features:",
    ...TEXTS.flatMap((name) => feature(name, "string", "  ")),
    ...listOf("tokens", "string"),
    ...[...tags].flatMap(([name, names]) => [
      `  - name: ${tagColumn(name)}`,
      "    sequence:",
      "      class_label:",
      "        names:",
      ...names.map((tag, index) => `          '${index}': ${tag}`),
    ]),
    "  - name: spans",
    "    list:",
    ...feature("id", "string", "    "),
    ...feature("start", "int64", "    "),
    ...feature("end", "int64", "    "),
    ...["label", "quote", "note"].flatMap((name) => feature(name, "string", "    ")),
    ...attributes.flatMap((column) => attributeFeature(column)),
    "  - name: relations",
    "    list:",
    ...["type", "from", "to"].flatMap((name) => feature(name, "string", "    ")),
    "---",
    "",
    "# Annotated articles",
    "",
    "Made with Triptych. `spans` has every annotation with offsets in code points: `text[start:end] == quote` in Python.",
    "The columns of tags say the same of `tokens` as far as tags can; what they cannot is in `loss-report.json`.",
    "",
    "```python",
    "from datasets import load_dataset",
    'rows = load_dataset(".", split="train")',
    "```",
    "",
  ].join("\n");
}

const TEXTS = [
  "id",
  "external_id",
  "text",
  "title",
  "source",
  "url",
  "published_at",
  "language",
  "extra",
  "annotator",
] as const;

function feature(name: string, type: string, indent: string): readonly string[] {
  return [`${indent}- name: ${name}`, `${indent}  dtype: ${type}`];
}

function listOf(name: string, type: string, indent = "  "): readonly string[] {
  return [`${indent}- name: ${name}`, `${indent}  sequence: ${type}`];
}

function attributeFeature({ key, multiple, asText, type }: AttributeColumn): readonly string[] {
  const name = `attribute_${key}`;
  if (multiple) return listOf(name, "string", "    ");
  return feature(name, asText ? "string" : TYPES[type], "    ");
}

const TYPES = { string: "string", boolean: "bool", number: "float64" } as const;
