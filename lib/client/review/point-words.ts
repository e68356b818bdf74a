import type { Difference } from "@/lib/core/review/differences";
import type { Point } from "@/lib/core/review/points";
import type { ReviewState } from "./review-state";

/** What kind of difference it is, as people say it. */
export const DIFFERENCE_NAMES: Readonly<Record<Difference["kind"], string>> = {
  missing: "missing",
  boundary: "borders",
  label: "label",
  attribute: "attribute",
  relation: "relation",
};

/** A point as it is read aloud: what it is, where sets differ, whether it is decided. */
export function pointWords(
  point: Point,
  { points, decided }: Pick<ReviewState, "points" | "decided">,
  nameOfLabel: (key: string) => string,
): string {
  const first = point.cluster.members[0]?.annotation;
  const place = points.indexOf(point) + 1;
  const what =
    point.of === "relation"
      ? `Relation ${point.relation.type} from ${first?.quote ?? ""}`
      : `${nameOfLabel(first?.label ?? "")}: ${first?.quote ?? ""}`;
  const kinds = [...new Set(point.differences.map(({ kind }) => DIFFERENCE_NAMES[kind]))];
  const state = decided.get(point.key);
  return [
    `${place} of ${points.length}. ${what}.`,
    kinds.length > 0 ? `Differs in ${kinds.join(", ")}.` : point.isUnanimous ? "All agree." : "",
    state === undefined
      ? "Not decided."
      : state.changed.length > 0
        ? "Changed since it was decided."
        : "Decided.",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
