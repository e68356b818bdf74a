import type { AttributeValue } from "../../schema/schema";
import type { ImportLine, ImportRelation, ImportSpan } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { foreignLine, foreignSpan } from "./read-line";

/** What of an .ann file has no place in ours, named for the report. */
export interface BratNotice {
  readonly id: string;
  readonly reason: string;
}

export interface BratDocument {
  readonly line: ImportLine;
  readonly notices: readonly BratNotice[];
}

interface Marks {
  readonly spans: Map<string, ImportSpan>;
  readonly attributes: Map<string, Map<string, AttributeValue>>;
  readonly notes: Map<string, string>;
  readonly links: {
    readonly id: string;
    readonly type: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly notices: BratNotice[];
}

/**
 * Reads a text and what stands beside it. A span in pieces becomes one from its first to its last character, which is
 * noted where the pieces lie on one line: our own files break a span only at the ends of lines.
 */
export function readBrat(
  text: string,
  ann: string,
  about: { readonly externalId: string; readonly annotator: string },
): BratDocument | LineFault {
  const marks: Marks = { spans: new Map(), attributes: new Map(), notes: new Map(), links: [], notices: [] };
  for (const line of ann.split("\n")) {
    const found = line.trim() === "" ? null : readMark(line.replace(/\r$/, ""), marks);
    if (found !== null) return found;
  }
  const places = new Map([...marks.spans.keys()].map((id, index) => [id, index]));
  const relations = marks.links.flatMap(({ id, type, from, to }): ImportRelation[] => {
    const ends = [places.get(from), places.get(to)] as const;
    if (ends[0] !== undefined && ends[1] !== undefined)
      return [{ type, from: ends[0], to: ends[1], attributes: {} }];
    marks.notices.push({ id, reason: `${type} leads to ${from} and ${to}, one of which is no span.` });
    return [];
  });
  const line = foreignLine({
    text,
    externalId: about.externalId,
    annotator: about.annotator,
    unit: null,
    spans: [...marks.spans].map(([id, span]) => ({
      ...span,
      attributes: Object.fromEntries(marks.attributes.get(id) ?? []),
      note: marks.notes.get(id) ?? null,
    })),
    relations,
    keys: {},
  });
  return isFault(line) ? line : { line, notices: marks.notices };
}

function readMark(line: string, marks: Marks): LineFault | null {
  const [id = "", body = "", ...rest] = line.split("\t");
  switch (id.charAt(0)) {
    case "T":
      return readTextBound(id, body, rest.join("\t"), marks);
    case "A":
    case "M":
      return readAttribute(id, body, marks);
    case "R":
      return readRelation(id, body, marks);
    case "E":
      return readEvent(id, body, marks);
    case "#":
      return readNote(body.split(" ")[1] ?? "", rest.join("\t"), marks);
    case "*":
    case "N":
      marks.notices.push({ id, reason: `${body}: equivalences and normalizations have no place.` });
      return null;
    default:
      return fault("invalid_annotations", `“${id}” is no id of a line of an .ann file.`);
  }
}

function readTextBound(id: string, body: string, quote: string, { spans, notices }: Marks): LineFault | null {
  const [, label = "", offsets = ""] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body) ?? [];
  const numbers = offsets.split(/[ ;]/).map(Number);
  const isWhole = numbers.length === 2;
  const span = foreignSpan(numbers[0], numbers.at(-1), label, id, { quote: isWhole ? quote : null });
  if (isFault(span)) return span;
  spans.set(id, span);
  if (!isWhole) notices.push({ id, reason: `${label} in pieces (${offsets}) became one span.` });
  return null;
}

/** Several notes of one annotation are the lines of one. */
function readNote(of: string, note: string, { notes }: Marks): null {
  const before = notes.get(of);
  notes.set(of, before === undefined ? note : `${before}\n${note}`);
  return null;
}

function readAttribute(id: string, body: string, { attributes }: Marks): LineFault | null {
  const [, key = "", of = "", value] = /^(\S+) (\S+)(?: (.+))?$/.exec(body) ?? [];
  if (of === "") return fault("invalid_annotations", `${id}: not an attribute of an annotation.`);
  const known = attributes.get(of) ?? new Map<string, AttributeValue>();
  attributes.set(of, known.set(key, value ?? true));
  return null;
}

function readRelation(id: string, body: string, { links }: Marks): LineFault | null {
  const [, type = "", from = "", to = ""] = /^(\S+) \S+?:(\S+) \S+?:(\S+)\s*$/.exec(body) ?? [];
  if (to === "") return fault("invalid_annotations", `${id}: not a relation of two annotations.`);
  links.push({ id, type, from, to });
  return null;
}

/** An event is its trigger; its other roles are relations from it. */
function readEvent(id: string, body: string, { links, spans }: Marks): LineFault | null {
  const [trigger = "", ...roles] = body.trim().split(" ");
  const of = trigger.split(":")[1] ?? "";
  const span = spans.get(of);
  if (span === undefined)
    return fault("invalid_annotations", `${id}: its trigger ${of} is no span before it.`);
  for (const role of roles) {
    const [type = "", to = ""] = role.split(":");
    links.push({ id, type, from: of, to });
  }
  return null;
}
