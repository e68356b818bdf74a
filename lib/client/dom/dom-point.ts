import { codePoint, utf16, type CodePoint } from "@/lib/core/text/offsets";
import type { Span } from "@/lib/core/span/span";
import { ASIDE, isAside, isText, type Rows } from "./rows";
import type { RowPoint, Side } from "./row-table";

/** A place in the page, as Range and Selection name it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Where in the page an offset is. */
export function domPointOf(rows: Rows, offset: CodePoint, side: Side): DomPoint {
  return domPointIn(rows, rows.table.point(offset, side), side);
}

/** The text node and the place in it for a place in a row. */
export function domPointIn(rows: Rows, { row, unit }: RowPoint, side: Side): DomPoint {
  let left: number = unit;
  let last: Text | undefined;
  for (const node of rows.textNodes(row)) {
    last = node;
    if (left < node.length || (left === node.length && side === "end")) return { node, offset: left };
    left -= node.length;
  }
  return last === undefined ? { node: rows.element(row), offset: 0 } : { node: last, offset: last.length };
}

/** The span as a live Range. */
export function rangeOf(rows: Rows, span: Span): Range {
  const start = domPointOf(rows, span.start, "start");
  const end = domPointOf(rows, span.end, "end");
  const range = rows.host.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The offset at a place in the page; what lies before the article is its start, what lies after it its end. */
export function offsetOf(rows: Rows, { node, offset }: DomPoint, side: Side): CodePoint {
  const row = rows.rowOf(node);
  if (row === null) return offsetAround(rows, { node, offset });
  const unit = Math.min(unitsBefore(rows.element(row), node, offset), rows.table.length(row));
  return rows.table.offset({ row, unit: utf16(unit) }, side);
}

/** How much of the article's text in `row` lies before a place in it. */
function unitsBefore(row: Element, node: Node, offset: number): number {
  const aside = isText(node)
    ? node.parentElement?.closest(`[${ASIDE}]`)
    : (node as Element).closest(`[${ASIDE}]`);
  if (aside) return textBefore(row, aside);
  if (isText(node)) return textBefore(row, node) + offset;
  const child = node.childNodes[offset];
  return child === undefined ? textBefore(row, node) + lengthOf(node) : textBefore(row, child);
}

/** The length of the article's text in `root` before `node`. */
function textBefore(root: Node, node: Node): number {
  let length = 0;
  for (let each: Node | null = node; each !== null && each !== root; each = each.parentNode) {
    for (let before = each.previousSibling; before !== null; before = before.previousSibling)
      length += lengthOf(before);
  }
  return length;
}

function lengthOf(node: Node): number {
  if (isText(node)) return node.length;
  if (isAside(node)) return 0;
  let length = 0;
  for (const child of node.childNodes) length += lengthOf(child);
  return length;
}

/** For places between rows and outside of the article. */
function offsetAround(rows: Rows, { node, offset }: DomPoint): CodePoint {
  const { paragraphs } = rows.table;
  if (rows.host.contains(node)) {
    const next = rows.rowFrom(node, offset);
    return next === null ? paragraphs.text.length : paragraphs.start(next);
  }
  const whole = rows.host.ownerDocument.createRange();
  whole.selectNodeContents(rows.host);
  return whole.comparePoint(node, offset) < 0 ? codePoint(0) : paragraphs.text.length;
}
