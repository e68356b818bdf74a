import type { Annotation } from "@/lib/core/annotation/annotation";
import { liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { missingIn } from "@/lib/core/annotation/completeness";
import type { Rules } from "@/lib/core/annotation/decide";
import type { AnnotationId, RelationId } from "@/lib/core/ids";
import type { AttributeValue } from "@/lib/core/schema/schema";
import { moveBoundary, type Heading, type Side, type Step } from "@/lib/core/span/move-boundary";
import type { Span } from "@/lib/core/span/span";
import type { Segments } from "@/lib/core/text/segments";
import type { Direction } from "@/lib/core/text/token-moves";
import { isEditable } from "@/lib/core/workflow/set-state";
import { REFUSAL_MESSAGES } from "@/lib/contracts/refusals";
import type { ArticleSurface, CaretUnit } from "../dom/surface";
import type { AnnotationSession, Performed } from "./annotation-session";
import { describeAct, shortQuote } from "./describe-act";
import {
  forget,
  NOTHING_POINTED_AT,
  pointAtAnnotation,
  pointAtPlace,
  stepOut,
  type EditorState,
  type Means,
} from "./editor-state";
import type { Environment } from "./environment";
import type { Intent } from "./intent";
import { candidatesOf, chosenOption, linkIntent, optionTo, startLinking, type Linking } from "./linking";
import { climb, neighbour } from "./neighbour";

/** What the editor asks of the article in the page. */
export type EditedSurface = Pick<ArticleSurface, "select" | "reveal" | "setSelection"> & {
  readonly caret: Pick<ArticleSurface["caret"], "span" | "place" | "move">;
};

export interface EditorParts {
  readonly session: AnnotationSession;
  readonly rules: Rules;
  readonly segments: Segments;
  readonly newId: Environment["newId"];
  /** Is read aloud. */
  readonly say: (text: string) => void;
  /** Is shown: what was wanted was not done. */
  readonly complain: (text: string) => void;
}

/**
 * Turns gestures into acts: knows what the person points at, and does with it what a key, a click or a button asks
 * for. Mouse and keyboard meet here, so that each can do what the other can.
 */
export class Editor {
  readonly #parts: EditorParts;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #state = NOTHING_POINTED_AT;
  #surface: EditedSurface | null = null;
  #isPlacing = false;

  constructor(parts: EditorParts) {
    this.#parts = parts;
    this.#stopListening = parts.session.subscribe(() => {
      this.#enter(forget(this.#state, (id) => this.#annotation(id)?.live ?? false));
    });
  }

  get state(): EditorState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  attach(surface: EditedSurface | null): void {
    this.#surface = surface;
    surface?.select(this.#state.selected);
  }

  close(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  get canEdit(): boolean {
    return isEditable(this.#set.state);
  }

  // What the surface reports.

  selectedText(span: Span | null, means: Exclude<Means, "caret">): void {
    const { place, armed } = this.#state;
    if (span === null) {
      if (place !== null && place.means !== "caret") this.#enter({ ...this.#state, place: null });
      return;
    }
    this.#placeCaret(null);
    this.#enter(pointAtPlace(this.#state, span, means));
    if (armed !== null && means !== "keyboard") this.label(armed);
  }

  hit(ids: readonly string[]): void {
    const hits = ids.flatMap((id) => this.#annotation(id as AnnotationId) ?? []);
    const { linking } = this.#state;
    if (linking !== null) {
      const end = hits.find(({ id }) => optionTo(this.#set, linking, id) !== null) ?? hits[0];
      if (end !== undefined) this.linkTo(end.id);
      return;
    }
    this.#placeCaret(null);
    const [first] = hits;
    if (first === undefined) this.#enter({ ...this.#state, selected: null, previous: null, place: null });
    else this.#point(first, "where it is");
  }

  caretMoved(span: Span | null): void {
    if (this.#isPlacing) return;
    if (span !== null) this.#enter(pointAtPlace(this.#state, span, "caret"));
    else if (this.#state.place?.means === "caret") this.#enter({ ...this.#state, place: null });
  }

  // Moving.

  moveCaret(unit: CaretUnit, direction: Direction, extend: boolean): void {
    const { selected, place } = this.#state;
    const from = selected === null ? place?.span : this.#annotation(selected);
    if (this.#surface?.caret.span === null && from !== undefined) this.#placeCaret(from);
    const span = this.#surface?.caret.move(unit, direction, extend) ?? null;
    if (span !== null) this.#parts.say(shortQuote(this.#textOf(span)));
  }

  select(id: AnnotationId): void {
    const annotation = this.#annotation(id);
    if (annotation?.live === true) this.#point(annotation, "in view");
  }

  next(direction: Direction, which: "any" | "incomplete" = "any"): void {
    const { linking } = this.#state;
    if (linking !== null) {
      this.#nextCandidate(linking, direction);
      return;
    }
    const found = neighbour(this.#annotations(which), this.#here(), this.#state.selected, direction);
    if (found === null) {
      const none = which === "any" ? "There are no annotations yet." : "Nothing is missing.";
      this.#parts.say(none);
      return;
    }
    this.#point(found, "with the caret");
  }

  climb(heading: "outward" | "inward"): void {
    const here = this.#selected() ?? this.#state.place?.span;
    if (here === undefined) return;
    const others = liveAnnotations(this.#set).filter(({ id }) => id !== this.#state.selected);
    const found = climb(others, here, heading);
    if (found !== null) this.#point(found, "with the caret");
    else this.#parts.say(heading === "outward" ? "Nothing lies around this." : "Nothing lies inside this.");
  }

  stepOut(): void {
    const { place } = this.#state;
    if (place !== null) {
      this.#surface?.setSelection(null);
      this.#placeCaret(null);
    }
    this.#enter(stepOut(this.#state));
  }

  // Acting.

  /** Gives the label to the place pointed at, else to the annotation selected; else to the next place selected. */
  label(key: string): void {
    const { place, selected, armed } = this.#state;
    if (!this.#mayEdit()) return;
    if (place !== null) this.#create(place.span, key);
    else if (selected === null) this.arm(armed === key ? null : key);
    else if (this.#annotation(selected)?.label !== key) {
      this.act([{ kind: "annotation.setLabel", target: selected, body: { label: key } }]);
    }
  }

  arm(key: string | null): void {
    this.#enter({ ...this.#state, armed: key });
    const name = this.#parts.rules.schema.labels.find((label) => label.key === key)?.name;
    this.#parts.say(
      name === undefined ? "Selecting marks nothing by itself." : `What you select now becomes ${name}.`,
    );
  }

  /** Gives the annotation that was selected before the stretch that is pointed at now. */
  setBoundary(): void {
    const { place, previous } = this.#state;
    if (place === null || previous === null) return;
    if (this.#setSpan(previous, place.span)) this.#pointAfterAct(previous);
  }

  moveBoundary(side: Side, step: Step, heading: Heading): void {
    const annotation = this.#selected();
    const from = annotation ?? this.#state.place?.span;
    if (from === undefined) return;
    const span = moveBoundary(this.#parts.segments, from, side, step, heading);
    if (span === null) this.#parts.say("It goes no further.");
    else if (annotation === undefined) {
      this.#surface?.caret.place(span);
      this.#parts.say(shortQuote(this.#textOf(span)));
    } else if (this.#setSpan(annotation.id, span))
      this.#surface?.reveal(side === "end" ? span.end : span.start);
  }

  /** As `moveBoundary`, to a place that a handle was dragged to. */
  resize(id: AnnotationId, span: Span): void {
    this.#setSpan(id, span);
  }

  remove(): void {
    const { selected } = this.#state;
    if (selected === null) return;
    const after = neighbour(liveAnnotations(this.#set), this.#here(), selected, "forward");
    const done = this.act([{ kind: "annotation.delete", target: selected, body: {} }]);
    if (done && after !== null && after.id !== selected && this.#surface?.caret.span !== null)
      this.#placeCaret(after);
  }

  setAttribute(id: AnnotationId, key: string, value: AttributeValue | null): void {
    this.act([{ kind: "annotation.setAttribute", target: id, body: { key, value } }]);
  }

  setNote(id: AnnotationId, note: string | null): void {
    this.act([{ kind: "annotation.setNote", target: id, body: { note } }]);
  }

  unlink(id: RelationId): void {
    this.act([{ kind: "relation.delete", target: id, body: {} }]);
  }

  startLink(type?: string): void {
    const from = this.#selected();
    if (from === undefined || !this.#mayEdit()) return;
    const linking = startLinking(this.#set, this.#parts.rules.schema, from, type);
    if (linking === null) this.#parts.complain("The schema has no relation for this label.");
    else this.#enterLinking(linking);
  }

  chooseOption(option: number): void {
    const { linking } = this.#state;
    if (linking?.options[option] !== undefined) this.#enterLinking({ ...linking, option, candidate: null });
  }

  /** Links to `end`, or to the candidate that was stepped to; by the chosen relation, or else by one that fits. */
  linkTo(end: AnnotationId | null = this.#state.linking?.candidate ?? null): void {
    const { linking } = this.#state;
    if (linking === null || end === null) return;
    const option = optionTo(this.#set, linking, end);
    if (option === null) this.#parts.complain("These two cannot be linked.");
    else if (this.act([linkIntent(linking, option, end, this.#parts.newId())])) {
      this.#enter({ ...this.#state, linking: null });
    }
  }

  undo(): void {
    this.#tell(this.#parts.session.undo(), "Undone. ", "There is nothing to undo.");
  }

  redo(): void {
    this.#tell(this.#parts.session.redo(), "Done again. ", "There is nothing to do again.");
  }

  /** Submits the set; where something is missing, goes there instead. @returns whether it was submitted. */
  submit(): boolean {
    if (missingIn(this.#set, this.#parts.rules.schema).length > 0) {
      this.next("forward", "incomplete");
      return false;
    }
    const done = this.act([{ kind: "set.submit", target: this.#set.id, body: {} }]);
    if (done) this.#parts.say("Submitted.");
    return done;
  }

  /** @returns whether it was done. */
  act(intents: readonly Intent[]): boolean {
    return this.#tell(this.#parts.session.perform(intents), "", "");
  }

  get #set(): AnnotationSet {
    return this.#parts.session.state.set;
  }

  #create(span: Span, label: string): void {
    const target: AnnotationId = this.#parts.newId();
    const body = { label, start: span.start, end: span.end, quote: this.#textOf(span) };
    if (this.act([{ kind: "annotation.create", target, body }])) this.#pointAfterAct(target);
  }

  #setSpan(target: AnnotationId, { start, end }: Span): boolean {
    const annotation = this.#annotation(target);
    if (annotation === undefined || (annotation.start === start && annotation.end === end)) return false;
    return this.act([
      { kind: "annotation.setSpan", target, body: { start, end, quote: this.#textOf({ start, end }) } },
    ]);
  }

  /** After an act upon a place the annotation is what is pointed at; a keyboard's caret stays where it was. */
  #pointAfterAct(id: AnnotationId): void {
    const { place } = this.#state;
    if (place?.means !== "caret") this.#surface?.setSelection(null);
    this.#enter(pointAtAnnotation(this.#state, id));
  }

  #point(annotation: Annotation, how: "where it is" | "in view" | "with the caret"): void {
    this.#surface?.setSelection(null);
    if (how === "with the caret") this.#placeCaret(annotation);
    this.#enter(pointAtAnnotation(this.#state, annotation.id));
    if (how === "in view") this.#surface?.reveal(annotation.id);
    const name =
      this.#parts.rules.schema.labels.find(({ key }) => key === annotation.label)?.name ?? annotation.label;
    this.#parts.say(`${name} ${shortQuote(annotation.quote)}`);
  }

  #enterLinking(linking: Linking): void {
    this.#enter({ ...this.#state, linking });
    this.#parts.say(`${chosenOption(linking).type.name}: choose the other end.`);
  }

  #nextCandidate(linking: Linking, direction: Direction): void {
    const { name } = chosenOption(linking).type;
    const from = this.#annotation(linking.candidate ?? linking.from) ?? null;
    const found = neighbour(candidatesOf(this.#set, linking), from, linking.candidate, direction);
    if (found === null) {
      this.#parts.say(`There is nothing to link by “${name}”.`);
      return;
    }
    this.#enter({ ...this.#state, linking: { ...linking, candidate: found.id } });
    this.#surface?.reveal(found.id);
    this.#parts.say(`${name} ${shortQuote(found.quote)}? Enter links.`);
  }

  #annotations(which: "any" | "incomplete"): readonly Annotation[] {
    const all = liveAnnotations(this.#set);
    if (which === "any") return all;
    const incomplete = new Set(
      missingIn(this.#set, this.#parts.rules.schema).map(({ annotation }) => annotation),
    );
    return all.filter(({ id }) => incomplete.has(id));
  }

  #here(): Span | null {
    return this.#selected() ?? this.#state.place?.span ?? this.#surface?.caret.span ?? null;
  }

  #selected(): Annotation | undefined {
    return this.#annotation(this.#state.selected);
  }

  #annotation(id: AnnotationId | null): Annotation | undefined {
    return id === null ? undefined : this.#set.annotations.get(id);
  }

  #textOf({ start, end }: Span): string {
    return this.#parts.rules.text.slice(start, end);
  }

  #mayEdit(): boolean {
    if (!this.canEdit) this.#parts.complain("This was submitted and cannot be changed here.");
    return this.canEdit;
  }

  #placeCaret(span: Span | null): void {
    this.#isPlacing = true;
    this.#surface?.caret.place(span);
    this.#isPlacing = false;
  }

  #tell(done: Performed | null, prefix: string, nothing: string): boolean {
    if (done === null) this.#parts.say(nothing);
    else if (!done.ok) this.#parts.complain(REFUSAL_MESSAGES[done.reason]);
    else this.#parts.say(prefix + describeAct(done.before, done.after, this.#parts.rules.schema));
    return done?.ok ?? false;
  }

  #enter(state: EditorState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#surface?.select(state.linking?.candidate ?? state.selected);
    for (const listener of this.#listeners) listener();
  }
}
