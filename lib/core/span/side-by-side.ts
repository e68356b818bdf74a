import type { DocumentText } from "../text/document-text";
import { overlaps, type Span } from "./span";

const WORD = /[\p{L}\p{N}\p{S}]/u;

/** Whether two spans share a character, or have nothing but blanks and punctuation between them. */
export function sideBySide(text: DocumentText, a: Span, b: Span): boolean {
  if (overlaps(a, b)) return true;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return !WORD.test(text.slice(first.end, second.start));
}
