import type { AnnotationId } from "@/lib/core/ids";
import type { Span } from "@/lib/core/span/span";
import type { Linking } from "./linking";
import type { Spread } from "./spread";

/** How a stretch of text was pointed at. */
export type Means = "mouse" | "touch" | "keyboard" | "caret";

/** What the person points at. At most one of `selected` and `place` is what commands act on. */
export interface EditorState {
  readonly selected: AnnotationId | null;
  /** What was selected before `place`: it can be given that stretch. */
  readonly previous: AnnotationId | null;
  readonly place: { readonly span: Span; readonly means: Means } | null;
  /** The label that the next selected stretch gets at once. */
  readonly armed: string | null;
  readonly linking: Linking | null;
  /** The same words elsewhere, shown before they get a label. */
  readonly spread: Spread | null;
}

export const NOTHING_POINTED_AT: EditorState = {
  selected: null,
  previous: null,
  place: null,
  armed: null,
  linking: null,
  spread: null,
};

export function pointAtPlace(state: EditorState, span: Span, means: Means): EditorState {
  return {
    ...state,
    place: { span, means },
    previous: state.selected ?? state.previous,
    selected: null,
    linking: null,
    spread: null,
  };
}

export function pointAtAnnotation(state: EditorState, id: AnnotationId): EditorState {
  return { ...state, selected: id, previous: null, place: null, linking: null, spread: null };
}

/** One step out: of a preview, of linking, of a place, of an annotation, of a label waiting for its place. */
export function stepOut(state: EditorState): EditorState {
  if (state.spread !== null) return { ...state, spread: null };
  if (state.linking !== null) return { ...state, linking: null };
  if (state.place !== null) return { ...state, place: null, previous: null, selected: null };
  if (state.selected !== null) return { ...state, selected: null, previous: null };
  return { ...state, armed: null };
}

/** Takes back what points at annotations that are gone. */
export function forget(state: EditorState, isLive: (id: AnnotationId) => boolean): EditorState {
  const alive = (id: AnnotationId | null): AnnotationId | null => (id !== null && isLive(id) ? id : null);
  const { selected, previous, linking, spread } = state;
  const spreadStill = spread !== null && isLive(spread.from) ? spread : null;
  const linkingStill =
    linking !== null && isLive(linking.from) ? { ...linking, candidate: alive(linking.candidate) } : null;
  const isSame =
    alive(selected) === selected &&
    alive(previous) === previous &&
    spreadStill === spread &&
    linkingStill?.candidate === linking?.candidate;
  return isSame
    ? state
    : {
        ...state,
        selected: alive(selected),
        previous: alive(previous),
        linking: linkingStill,
        spread: spreadStill,
      };
}
