import type { SurfaceAnnotation } from "@/lib/client/dom/surface";
import type { ReviewState } from "@/lib/client/review/review-state";
import type { Alignment } from "@/lib/core/review/alignment";
import { wantedBy } from "@/lib/core/review/gold-operations";
import { goldAnnotationsOf, type Decision } from "@/lib/core/review/decision";
import type { Point } from "@/lib/core/review/points";
import { readingsOf } from "@/lib/core/review/readings";
import type { Span } from "@/lib/core/span/span";

const DRAFT = "draft";

/** What the article shows of a review, by id: `<point> <reading>`. What is decided is filled, the rest are lines. */
export function reviewMarks(
  state: Pick<ReviewState, "points" | "decided" | "draft" | "shown">,
  alignment: Alignment,
): ReadonlyMap<string, SurfaceAnnotation> {
  const marks = state.points.flatMap((point) => marksAt(point, state, alignment));
  const { draft } = state;
  if (draft !== null)
    marks.push({ id: DRAFT, start: draft.start, end: draft.end, label: draft.label, state: "pending" });
  return new Map(marks.map((mark) => [mark.id, mark]));
}

function marksAt(
  point: Point,
  { decided, shown }: Pick<ReviewState, "decided" | "shown">,
  alignment: Alignment,
): SurfaceAnnotation[] {
  if (point.of === "relation") return [];
  if (shown !== "all" && shown !== "gold") {
    return point.cluster.members
      .filter(({ setId }) => setId === shown)
      .map(({ annotation: { start, end, label } }) => ({
        id: markId(point, 0),
        start,
        end,
        label,
        state: "saved",
      }));
  }
  const decision = decided.get(point.key)?.decision;
  if (decision?.of === "annotation") {
    return [...acceptedBy(decision, alignment)].map(([, { start, end, label }], index) => ({
      id: markId(point, index),
      start,
      end,
      label,
      state: "saved",
    }));
  }
  if (shown === "gold") return [];
  return readingsOf(point.cluster).map(({ value: { start, end, label } }, index) => ({
    id: markId(point, index),
    start,
    end,
    label,
    state: "other",
  }));
}

/** Nothing where what was accepted is gone by now: the list says so. */
function acceptedBy(
  decision: Extract<Decision, { of: "annotation" }>,
  alignment: Alignment,
): ReadonlyMap<string, Span & { readonly label: string }> {
  const isThere = goldAnnotationsOf(decision).every(
    ({ from }) =>
      from === null ||
      decision.verdict.kind === "fix" ||
      alignment.sets.some((set) => set.id === from.setId && set.annotations.has(from.annotation)),
  );
  return isThere ? wantedBy(decision, alignment) : new Map();
}

function markId({ key }: Point, reading: number): string {
  return `${key} ${reading}`;
}

/** What to select in the article for a point. */
export function firstMarkOf(key: string, hasDraft: boolean): string {
  return hasDraft ? DRAFT : `${key} 0`;
}

/** Which point a mark belongs to. */
export function pointOfMark(id: string): string | null {
  return id === DRAFT ? null : id.slice(0, id.lastIndexOf(" "));
}
