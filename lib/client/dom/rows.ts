import { at } from "@/lib/core/at";
import type { Block, RowSkipping } from "./row-skipping";
import type { RowTable } from "./row-table";

/** Marks elements inside a row whose text is not the article's: chips, spoken starts and ends. */
export const ASIDE = "data-aside";

/**
 * The article's paragraphs as elements: one `<p>` for each, holding one text node. Rows that the server rendered are
 * adopted if they hold the right text; all others are made here. Painting never splits or replaces a text node,
 * except for the painter that must.
 */
export class Rows {
  readonly host: HTMLElement;
  readonly table: RowTable;
  /** What the browser lays out at once, in order: a row each, or many rows in an element of their own. */
  readonly blocks: readonly Block[];
  readonly #elements: HTMLElement[];
  readonly #indexes = new WeakMap<Node, number>();

  constructor(host: HTMLElement, table: RowTable, skipping: RowSkipping) {
    this.host = host;
    this.table = table;
    this.#elements = adopt(host, table);
    const adopted = this.#elements.length;
    for (let row = adopted; row < table.count; row++) {
      const element = host.ownerDocument.createElement("p");
      element.append(host.ownerDocument.createTextNode(table.textOf(row)));
      this.#elements.push(element);
    }
    for (const [row, element] of this.#elements.entries()) this.#indexes.set(element, row);
    const blocks = skipping.group(this.#elements, adopted);
    this.blocks = blocks ?? this.#elements.map((element, row) => ({ element, first: row, last: row }));
    const rest = host.ownerDocument.createDocumentFragment();
    rest.append(...this.blocks.slice(blocks === null ? adopted : 0).map(({ element }) => element));
    host.append(rest);
  }

  get count(): number {
    return this.#elements.length;
  }

  element(row: number): HTMLElement {
    return at(this.#elements, row);
  }

  /** The row that `node` is in or is. */
  rowOf(node: Node | null): number | null {
    for (let each = node; each !== null && each !== this.host; each = each.parentNode) {
      const row = this.#indexes.get(each);
      if (row !== undefined) return row;
    }
    return null;
  }

  /** The first row at or after a place between rows; null after the last. */
  rowFrom(node: Node, offset: number): number | null {
    for (
      let each = node.childNodes[offset] ?? nextAfter(node, this.host);
      each !== null;
      each = each.firstChild
    ) {
      const row = this.#indexes.get(each);
      if (row !== undefined) return row;
    }
    return null;
  }

  /** The row's text nodes in order: one, unless a painter has cut it into segments. */
  textNodes(row: number): readonly Text[] {
    const element = this.element(row);
    const { firstChild } = element;
    if (isText(firstChild) && firstChild.length === this.table.length(row)) return [firstChild];
    return textNodesIn(element);
  }

  /** Makes the row whole again: one text node, followed by the asides that its painter did not make. */
  setContent(row: number, content: Node): void {
    const element = this.element(row);
    const kept = [...element.children].filter((child) => child.getAttribute(ASIDE) === "kept");
    element.replaceChildren(content, ...kept);
  }

  setWhole(row: number): void {
    this.setContent(row, this.host.ownerDocument.createTextNode(this.table.textOf(row)));
  }
}

/** What follows `node` in the document, as long as it is in `root`. */
function nextAfter(node: Node, root: Node): Node | null {
  return node === root ? null : node.nextSibling;
}

export function isText(node: Node | null): node is Text {
  return node?.nodeType === 3;
}

export function isAside(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).hasAttribute(ASIDE);
}

function textNodesIn(root: Node): readonly Text[] {
  const found: Text[] = [];
  for (const child of root.childNodes) {
    if (isText(child)) found.push(child);
    else if (!isAside(child)) found.push(...textNodesIn(child));
  }
  return found;
}

/** The server's rows, from the first on, each with one text node; none if any of them is not what it should be. */
function adopt(host: HTMLElement, table: RowTable): HTMLElement[] {
  const rows = [...host.children].filter((child): child is HTMLElement => child.tagName === "P");
  const isRight =
    rows.length <= table.count &&
    rows.length === host.childNodes.length &&
    rows.every((element, row) => element.textContent === table.textOf(row));
  if (!isRight) {
    host.replaceChildren();
    return [];
  }
  for (const [row, element] of rows.entries()) {
    if (element.childNodes.length === 1 && isText(element.firstChild)) continue;
    element.replaceChildren(host.ownerDocument.createTextNode(table.textOf(row)));
  }
  return rows;
}
