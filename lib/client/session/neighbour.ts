import type { Annotation } from "@/lib/core/annotation/annotation";
import type { AnnotationId } from "@/lib/core/ids";
import { contains, type Span } from "@/lib/core/span/span";
import type { Direction } from "@/lib/core/text/token-moves";

/** The next of `annotations` (in text order) from where one is, going round at the ends. */
export function neighbour(
  annotations: readonly Annotation[],
  here: Span | null,
  current: AnnotationId | null,
  direction: Direction,
): Annotation | null {
  const index = annotations.findIndex(({ id }) => id === current);
  const { length } = annotations;
  if (index >= 0) return annotations[(index + (direction === "forward" ? 1 : length - 1)) % length] ?? null;
  const start = here?.start ?? 0;
  return direction === "forward"
    ? (annotations.find((one) => one.start >= start) ?? annotations[0] ?? null)
    : (annotations.findLast((one) => one.start < start) ?? annotations.at(-1) ?? null);
}

/** The next larger one around `here`, or the next smaller one inside of it. */
export function climb(
  annotations: readonly Annotation[],
  here: Span,
  heading: "outward" | "inward",
): Annotation | null {
  const size = (span: Span): number => span.end - span.start;
  const found =
    heading === "outward"
      ? annotations.filter((one) => contains(one, here)).sort((a, b) => size(a) - size(b))
      : annotations
          .filter((one) => contains(here, one) && size(one) < size(here))
          .sort((a, b) => size(b) - size(a));
  return found[0] ?? null;
}
