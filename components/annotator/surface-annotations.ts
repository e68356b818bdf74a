import type { Annotation } from "@/lib/core/annotation/annotation";
import { liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { SessionState } from "@/lib/client/session/annotation-session";
import type { AnnotationState, SurfaceAnnotation, SurfaceChange } from "@/lib/client/dom/surface";

/** What the article shows of a session: work that waits for a server that is away is told apart from what is saved. */
export function surfaceAnnotations({
  set,
  pending,
  save,
}: Pick<SessionState, "set" | "pending" | "save">): ReadonlyMap<string, SurfaceAnnotation> {
  const isWaiting = save.kind === "offline" || save.kind === "signed-out";
  const waiting = new Set(isWaiting ? pending.map(({ target }) => target as string) : []);
  const shown = (annotation: Annotation): SurfaceAnnotation => {
    const { id, label, start, end } = annotation;
    return { id, label, start, end, state: stateOf(annotation, set, waiting) };
  };
  return new Map(liveAnnotations(set).map((annotation) => [annotation.id, shown(annotation)]));
}

function stateOf(
  { id, origin }: Annotation,
  set: AnnotationSet,
  waiting: ReadonlySet<string>,
): AnnotationState {
  if (set.kind === "suggested" && origin !== "human") return "suggested";
  return waiting.has(id) ? "pending" : "saved";
}

/** What has to be told to an article that shows `before`; null where nothing has. */
export function surfaceChange(
  before: ReadonlyMap<string, SurfaceAnnotation>,
  after: ReadonlyMap<string, SurfaceAnnotation>,
): SurfaceChange | null {
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  const removed = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after.values()].filter((one) => {
    const old = before.get(one.id);
    return old !== undefined && !isSame(old, one);
  });
  return added.length + removed.length + changed.length === 0 ? null : { added, removed, changed };
}

function isSame(a: SurfaceAnnotation, b: SurfaceAnnotation): boolean {
  return a.start === b.start && a.end === b.end && a.label === b.label && a.state === b.state;
}
