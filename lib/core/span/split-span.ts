import { outerPunctuation } from "../text/outer-punctuation";
import { codePoint, type CodePoint } from "../text/offsets";
import type { DocumentText } from "../text/document-text";
import type { Span } from "./span";

/**
 * The stretches of `span` before and after `cut`, without the blanks and the punctuation at the cut; null where
 * either would say nothing. The outer borders stay where they are.
 */
export function splitSpan(text: DocumentText, span: Span, cut: CodePoint): readonly [Span, Span] | null {
  if (!(span.start < cut && cut < span.end)) return null;
  const before = text.slice(span.start, cut);
  const after = text.slice(cut, span.end);
  const [outer, inner] = [outerPunctuation(before), outerPunctuation(after)];
  const isBare = ({ leading, trailing }: typeof outer, quote: string): boolean =>
    leading + trailing >= quote.length;
  if (isBare(outer, before) || isBare(inner, after)) return null;
  // What is counted is one code point wide each.
  return [
    { start: span.start, end: codePoint(cut - outer.trailing) },
    { start: codePoint(cut + inner.leading), end: span.end },
  ];
}
