import type { Schema } from "../../schema/schema";
import { DocumentText } from "../../text/document-text";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import type { ExportSettings } from "./exporter";
import { attributeLosses, noteLoss, relationLoss, type Loss } from "./loss";
import { tokensOf, tokensOfSpan, type Token, type TokenRange } from "./tokens";

/** How tags say where a span begins and ends. */
export type TagScheme = "iob2" | "bilou";

/** A text as tokens, and for each column of tags one for every token. */
export interface TokenTable {
  readonly tokens: readonly Token[];
  readonly columns: readonly { readonly name: string; readonly tags: readonly string[] }[];
  readonly losses: readonly Loss[];
}

interface Placed {
  readonly span: SourceSpan;
  readonly range: TokenRange;
}

/** The columns of a project: the same for every document of a file. */
export function tagColumnsOf([newest]: readonly Schema[], { columns }: ExportSettings): readonly string[] {
  return columns === "one" ? ["tag"] : (newest?.labels.map(({ key }) => key) ?? []);
}

/**
 * What tags of tokens can say of a document. Where two spans want one token of a column, the one that begins first
 * and reaches further keeps it.
 */
export function tokenTable(
  { document, spans, relations }: TrainingSource,
  names: readonly string[],
  { tokens: mode, columns }: ExportSettings,
  scheme: TagScheme,
): TokenTable {
  refuseMisquotes(document.id, document.text, spans);
  const text = DocumentText.of(document.text);
  const tokens = tokensOf(text, document.meta.language);
  const losses: Loss[] = [];
  const tags = new Map(names.map((name) => [name, new Array<string>(tokens.length).fill("O")]));
  for (const span of spans) {
    const column = tags.get(columns === "one" ? "tag" : span.label);
    const placed = column === undefined ? null : place(span, tokens, mode, losses);
    if (column === undefined)
      losses.push({ kind: "span", of: span.id, reason: `The schema has no label ${span.label} any more.` });
    if (column === undefined || placed === null) continue;
    if (!isFree(column, placed.range)) {
      losses.push({ kind: "overlap", of: span.id, reason: `${span.label} “${span.quote}”` });
      continue;
    }
    write(column, placed, scheme);
    if (!placed.range.isExact) losses.push(moved(placed, tokens, text));
    losses.push(...attributeLosses(span.id, span.attributes), ...noteLoss(span));
  }
  losses.push(...relations.map((relation) => relationLoss(relation)));
  return { tokens, columns: names.map((name) => ({ name, tags: tags.get(name) ?? [] })), losses };
}

function place(
  span: SourceSpan,
  tokens: readonly Token[],
  mode: ExportSettings["tokens"],
  losses: Loss[],
): Placed | null {
  const range = tokensOfSpan(tokens, span, mode);
  if (range !== null) return { span, range };
  const why = mode === "strict" ? "It ends inside of a token" : "There is no whole token in it";
  losses.push({ kind: "span", of: span.id, reason: `${why}: “${span.quote}”` });
  return null;
}

function isFree(column: readonly string[], { first, last }: TokenRange): boolean {
  return column.slice(first, last + 1).every((tag) => tag === "O");
}

function write(column: string[], { span, range: { first, last } }: Placed, scheme: TagScheme): void {
  for (let index = first; index <= last; index++) {
    column[index] = `${letterOf(scheme, index === first, index === last)}-${span.label}`;
  }
}

function letterOf(scheme: TagScheme, isFirst: boolean, isLast: boolean): string {
  if (scheme === "iob2") return isFirst ? "B" : "I";
  if (isFirst) return isLast ? "U" : "B";
  return isLast ? "L" : "I";
}

function moved({ span, range: { first, last } }: Placed, tokens: readonly Token[], text: DocumentText): Loss {
  const [from, to] = [tokens[first], tokens[last]];
  if (from === undefined || to === undefined) throw new RangeError(`no tokens ${first} to ${last}`);
  return {
    kind: "border",
    of: span.id,
    reason: `“${span.quote}” became “${text.slice(from.start, to.end)}”`,
  };
}
