import type { AttributeValue } from "../../schema/schema";
import type { ImportLine, ImportRelation, ImportSpan } from "../import-line";
import { fault, type LineFault } from "../line-fault";
import { foreignLine } from "./read-line";
import { filledTo } from "./webanno";

/** A layer of annotations: which columns of a row are its features. */
interface Layer {
  readonly kind: "span" | "relation" | "other";
  readonly features: readonly string[];
  readonly from: number;
}

interface Found {
  start: number;
  end: number;
  readonly values: ReadonlyMap<string, string | null>;
}

/** The three cells before those of the layers: the token's name, its offsets, the token. */
const FIXED = 3;
const HEADER = /^#T_(SP|RL|CH)=([^|]+)\|?(.*)$/;

/**
 * Reads a file of WebAnno TSV 3. The label of a span is its feature `label` or `value`, or the first that has a value;
 * the others are attributes. Chains and links of slots have no place.
 */
export function readWebanno(
  file: string,
  about: { readonly externalId: string; readonly annotator: string },
): ImportLine | LineFault {
  const lines = file.split("\n").map((line) => line.replace(/\r$/, ""));
  if (!(lines[0] ?? "").startsWith("#FORMAT=WebAnno TSV 3"))
    return fault("invalid_annotations", "The file does not begin with “#FORMAT=WebAnno TSV 3”.");
  const layers = layersOf(lines);
  const rows = lines.filter((line) => /^\d+-\d+(\.\d+)?\t/.test(line)).map((line) => line.split("\t"));
  const spans = new Map<string, Found>();
  for (const cells of rows) readSpans(cells, layers, spans);
  const places = new Map([...spans.keys()].map((key, index) => [key, index]));
  return foreignLine({
    text: textOf(lines),
    externalId: about.externalId,
    annotator: about.annotator,
    unit: "utf16",
    spans: [...spans.values()].map(toSpan),
    relations: rows.flatMap((cells) => readRelations(cells, layers, places)),
    keys: {},
  });
}

function layersOf(lines: readonly string[]): readonly Layer[] {
  let from = FIXED;
  return lines.flatMap((line): Layer[] => {
    const [, kind, , features = ""] = HEADER.exec(line) ?? [];
    if (kind === undefined) return [];
    const names = features === "" ? [""] : features.split("|");
    const layer = { kind: KINDS[kind] ?? "other", features: names, from } as const;
    from += names.length;
    return [layer];
  });
}

const KINDS: Readonly<Record<string, Layer["kind"]>> = { SP: "span", RL: "relation" };

/** Sentences at their offsets, which rows tell. */
function textOf(lines: readonly string[]): string {
  let text = "";
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith("#Text=") || lines[index - 1]?.startsWith("#Text=") === true) continue;
    let sentence = unescaped(line.slice(6));
    let next = index + 1;
    for (; lines[next]?.startsWith("#Text=") === true; next++)
      sentence += `\n${unescaped(lines[next]?.slice(6) ?? "")}`;
    text = filledTo(text, Number(lines[next]?.split("\t")[1]?.split("-")[0] ?? text.length)) + sentence;
  }
  return text;
}

/** Cells of one layer say, value by value, what each annotation has at this token: `claim[2]|actor[3]`. */
function readSpans(cells: readonly string[], layers: readonly Layer[], spans: Map<string, Found>): void {
  const [start = 0, end = 0] = (cells[1] ?? "").split("-").map(Number);
  for (const { kind, features, from } of layers) {
    if (kind !== "span") continue;
    const stacks = features.map((_, index) => stackOf(cells[from + index] ?? "_"));
    for (const [place, { number }] of (stacks[0] ?? []).entries()) {
      const key = number === null ? `${from} ${start} ${place}` : `n ${number}`;
      const known = spans.get(key);
      if (known !== undefined) {
        known.start = Math.min(known.start, start);
        known.end = Math.max(known.end, end);
        continue;
      }
      const values = new Map(features.map((name, index) => [name, stacks[index]?.[place]?.value ?? null]));
      spans.set(key, { start, end, values });
    }
  }
}

function readRelations(
  cells: readonly string[],
  layers: readonly Layer[],
  places: ReadonlyMap<string, number>,
): readonly ImportRelation[] {
  return layers.flatMap(({ kind, features, from }) => {
    if (kind !== "relation") return [];
    const types = stackOf(cells[from] ?? "_");
    const ends = (cells[from + features.length - 1] ?? "_").split("|");
    return ends.flatMap((one, index): ImportRelation[] => {
      const [, source, target] = /\[(\d+)_(\d+)\]$/.exec(one) ?? [];
      const [start, end] = [places.get(`n ${source ?? ""}`), places.get(`n ${target ?? ""}`)];
      const type = types[index]?.value ?? null;
      if (start === undefined || end === undefined || type === null) return [];
      return [{ type, from: start, to: end, attributes: {} }];
    });
  });
}

interface Stacked {
  readonly value: string | null;
  readonly number: number | null;
}

function stackOf(cell: string): readonly Stacked[] {
  if (cell === "_" || cell === "") return [];
  return splitUnescaped(cell).map((one) => {
    const [, value = one, number] = /^(.*[^\\]|\\\\|)\[(\d+)\]$/s.exec(one) ?? [];
    return {
      value: value === "*" ? null : unescaped(value),
      number: number === undefined ? null : Number(number),
    };
  });
}

/** Parts between bars that have no backslash before them. */
function splitUnescaped(cell: string): readonly string[] {
  return cell.match(/(?:\\.|[^|\\])+/gs) ?? [];
}

const LETTERS: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f", b: "\b" };

function unescaped(text: string): string {
  return text.replace(/\\(->|.)/gs, (_, letter: string) => LETTERS[letter] ?? letter);
}

function toSpan({ start, end, values }: Found): ImportSpan {
  const labelled = ["label", "value"].find((name) => values.get(name) != null);
  const key = labelled ?? [...values].find(([, value]) => value !== null)?.[0] ?? "";
  const attributes = [...values].flatMap(([name, value]): [string, AttributeValue][] =>
    name === key || name === "note" || value === null ? [] : [[name, value]],
  );
  return {
    start,
    end,
    label: values.get(key) ?? "",
    quote: null,
    attributes: Object.fromEntries(attributes),
    note: values.get("note") ?? null,
  };
}
