import type { Annotation } from "@/lib/core/annotation/annotation";
import { missingIn, missingOf } from "@/lib/core/annotation/completeness";
import type { AnnotationId } from "@/lib/core/ids";
import type { AttributeValue } from "@/lib/core/schema/schema";
import { contains, type Span } from "@/lib/core/span/span";
import type { CodePoint } from "@/lib/core/text/offsets";
import { nextToken, previousToken, type Direction } from "@/lib/core/text/token-moves";
import type { CaretUnit } from "../dom/surface";
import { shortQuote } from "./describe-act";
import { EditorDesk, type EditedSurface, type EditorParts } from "./editor-desk";
import { pointAtPlace, stepOut, type EditorState, type Means } from "./editor-state";
import { Linker } from "./linker";
import { optionTo } from "./linking";
import { Reshaper } from "./reshaper";
import { Restorer } from "./restorer";
import { Spreader } from "./spreader";

/** Which annotations one steps through: all, those of the current one's label, those not saved, those that lack something. */
export type Which = "any" | "alike" | "unsaved" | "incomplete";

/**
 * Turns gestures into acts: knows what the person points at, and does with it what a key, a click or a button asks
 * for. Mouse and keyboard meet here, so that each can do what the other can.
 */
export class Editor {
  readonly linker: Linker;
  readonly reshaper: Reshaper;
  readonly restorer: Restorer;
  readonly spreader: Spreader;
  readonly #desk: EditorDesk;

  constructor(parts: EditorParts) {
    this.#desk = new EditorDesk(parts);
    this.linker = new Linker(this.#desk);
    this.reshaper = new Reshaper(this.#desk);
    this.restorer = new Restorer(this.#desk);
    this.spreader = new Spreader(this.#desk);
  }

  get state(): EditorState {
    return this.#desk.state;
  }

  /** The annotations by place. */
  get index(): EditorDesk["index"] {
    return this.#desk.index;
  }

  get canEdit(): boolean {
    return this.#desk.canEdit;
  }

  subscribe(listener: () => void): () => void {
    return this.#desk.subscribe(listener);
  }

  attach(surface: EditedSurface | null): void {
    this.#desk.attach(surface);
  }

  close(): void {
    this.#desk.close();
  }

  // What the surface reports.

  selectedText(span: Span | null, means: Exclude<Means, "caret">): void {
    const { place, armed } = this.#desk.state;
    if (span === null) {
      if (place !== null && place.means !== "caret") this.#desk.enter({ ...this.#desk.state, place: null });
      return;
    }
    this.#desk.placeCaret(null);
    this.#desk.enter(pointAtPlace(this.#desk.state, span, means));
    if (armed !== null && means !== "keyboard") this.label(armed);
  }

  hit(ids: readonly string[]): void {
    const hits = ids.flatMap((id) => this.#desk.annotation(id as AnnotationId) ?? []);
    const { linking } = this.#desk.state;
    if (linking !== null) {
      const from = this.#desk.annotation(linking.from);
      const fits = (one: Annotation): boolean =>
        from !== undefined && optionTo(this.#desk.index, linking, from, one) !== null;
      const end = hits.find(fits) ?? hits[0];
      if (end !== undefined) this.linker.linkTo(end.id);
      return;
    }
    this.#desk.placeCaret(null);
    const [first] = hits;
    if (first === undefined)
      this.#desk.enter({ ...this.#desk.state, selected: null, previous: null, place: null });
    else this.#desk.point(first, "where it is");
  }

  caretMoved(span: Span | null): void {
    if (this.#desk.isPlacing) return;
    if (span !== null) this.#desk.enter(pointAtPlace(this.#desk.state, span, "caret"));
    else if (this.#desk.state.place?.means === "caret")
      this.#desk.enter({ ...this.#desk.state, place: null });
  }

  // Moving.

  moveCaret(unit: CaretUnit, direction: Direction, extend: boolean): void {
    const { place } = this.#desk.state;
    const left = this.#desk.leaving();
    const annotation = this.#desk.selected();
    const from = annotation ?? place?.span;
    if (annotation !== undefined && unit === "word" && direction === "back" && !extend) {
      this.#enterAnnotation(annotation);
      return;
    }
    if (this.#desk.surface?.caret.span === null && from !== undefined) this.#desk.placeCaret(from);
    const span = this.#desk.surface?.caret.move(unit, direction, extend) ?? null;
    if (span !== null) this.#desk.parts.say(left + shortQuote(this.#desk.textOf(span)));
  }

  /** Where one is in the text. */
  place(): CodePoint | null {
    return this.#desk.here()?.start ?? null;
  }

  /** What was selected on purpose: more than the word that the caret happens to stand on. */
  chosenText(): Span | null {
    const { place } = this.#desk.state;
    if (place === null || place.means !== "caret") return place?.span ?? null;
    const first = nextToken(this.#desk.parts.segments, place.span.start);
    return first !== null && first.end < place.span.end ? place.span : null;
  }

  /** To the first word of the text, or to the last. */
  moveToEdge(edge: "start" | "end"): void {
    const { segments, rules } = this.#desk.parts;
    const token =
      edge === "start"
        ? nextToken(segments, segments.paragraphs.start(0))
        : previousToken(segments, rules.text.length);
    if (token !== null) this.#desk.putCaret(token);
  }

  /** Puts the caret on a stretch of the text, as on what was found in it. */
  goTo(span: Span): void {
    this.#desk.surface?.setSelection(null);
    this.#desk.putCaret(span);
  }

  select(id: AnnotationId): void {
    const annotation = this.#desk.annotation(id);
    if (annotation?.live === true) this.#desk.point(annotation, "in view");
  }

  next(direction: Direction, which: Which = "any"): void {
    const { linking, spread } = this.#desk.state;
    if (spread !== null) this.spreader.step(spread, direction);
    else if (linking !== null) this.linker.step(linking, direction);
    else {
      const found = this.#nextOf(which, direction);
      if (found === null) this.#desk.parts.say(NONE[which]);
      else this.#desk.point(found, "with the caret");
    }
  }

  climb(heading: "outward" | "inward"): void {
    const here = this.#desk.selected() ?? this.#desk.state.place?.span;
    if (here === undefined) return;
    const size = (span: Span): number => span.end - span.start;
    const others = this.#desk.index.overlapping(here).filter(({ id }) => id !== this.#desk.state.selected);
    const [found] =
      heading === "outward"
        ? others.filter((one) => contains(one, here)).sort((a, b) => size(a) - size(b))
        : others
            .filter((one) => contains(here, one) && size(one) < size(here))
            .sort((a, b) => size(b) - size(a));
    if (found !== undefined) this.#desk.point(found, "with the caret");
    else
      this.#desk.parts.say(heading === "outward" ? "Nothing lies around this." : "Nothing lies inside this.");
  }

  stepOut(): void {
    const { place } = this.#desk.state;
    if (place !== null) {
      this.#desk.surface?.setSelection(null);
      this.#desk.placeCaret(null);
    }
    this.#desk.parts.say(this.#desk.leaving());
    this.#desk.enter(stepOut(this.#desk.state));
  }

  // Acting.

  /** Gives the label to the place pointed at, else to the annotation selected; else to the next place selected. */
  label(key: string): void {
    const { place, selected, armed } = this.#desk.state;
    if (!this.#desk.mayEdit()) return;
    if (place !== null) this.#desk.create(place.span, key);
    else if (selected === null) this.arm(armed === key ? null : key);
    else if (this.#desk.annotation(selected)?.label !== key) {
      this.#desk.act([{ kind: "annotation.setLabel", target: selected, body: { label: key } }]);
    }
  }

  arm(key: string | null): void {
    this.#desk.enter({ ...this.#desk.state, armed: key });
    const name = this.#desk.parts.rules.schema.labels.find((label) => label.key === key)?.name;
    this.#desk.parts.say(
      name === undefined ? "Selecting marks nothing by itself." : `What you select now becomes ${name}.`,
    );
  }

  /** Deletes what is selected; in a preview, leaves out the place that is looked at. */
  remove(): void {
    const { spread } = this.#desk.state;
    if (spread !== null) {
      this.spreader.toggle(spread);
      return;
    }
    const annotation = this.#desk.selected();
    if (annotation === undefined) return;
    const [after] = this.#desk.index.round(annotation, "forward");
    const done = this.#desk.act([{ kind: "annotation.delete", target: annotation.id, body: {} }]);
    if (done && after !== undefined && after.id !== annotation.id && this.#desk.surface?.caret.span !== null)
      this.#desk.placeCaret(after);
  }

  /** Marks the same stretch with another label too. */
  duplicate(label: string): void {
    const annotation = this.#desk.selected();
    if (annotation === undefined || !this.#desk.mayEdit()) return;
    const isThere = this.#desk.index
      .overlapping(annotation)
      .some((one) => one.label === label && one.start === annotation.start && one.end === annotation.end);
    if (isThere) this.#desk.parts.complain("This stretch has that label already.");
    else this.#desk.create(annotation, label);
  }

  setAttribute(id: AnnotationId, key: string, value: AttributeValue | null): void {
    this.#desk.act([{ kind: "annotation.setAttribute", target: id, body: { key, value } }]);
  }

  setNote(id: AnnotationId, note: string | null): void {
    this.#desk.act([{ kind: "annotation.setNote", target: id, body: { note } }]);
  }

  undo(): void {
    this.#desk.tell(this.#desk.parts.session.undo(), "Undone. ", "There is nothing to undo.");
  }

  redo(): void {
    this.#desk.tell(this.#desk.parts.session.redo(), "Done again. ", "There is nothing to do again.");
  }

  /** Submits the set; where something is missing, goes there instead. @returns whether it was submitted. */
  submit(): boolean {
    if (missingIn(this.#desk.set, this.#desk.parts.rules.schema).length > 0) {
      this.next("forward", "incomplete");
      return false;
    }
    const done = this.#desk.act([{ kind: "set.submit", target: this.#desk.set.id, body: {} }]);
    if (done) this.#desk.parts.say("Submitted.");
    return done;
  }

  /** Goes into an annotation: to its first word. */
  #enterAnnotation(annotation: Annotation): void {
    const first = nextToken(this.#desk.parts.segments, annotation.start);
    this.#desk.putCaret(first !== null && contains(annotation, first) ? first : annotation);
  }

  /** The next of its kind in the order of the text, round at the ends. */
  #nextOf(which: Which, direction: Direction): Annotation | null {
    const { selected, previous } = this.#desk.state;
    const here = this.#desk.here();
    const isWanted = this.#wanted(which, selected ?? previous);
    for (const one of this.#desk.index.round(
      this.#desk.selected() ?? here?.start ?? this.#desk.parts.segments.paragraphs.start(0),
      direction,
    )) {
      if (isWanted(one)) return one;
    }
    return null;
  }

  #wanted(which: Which, current: AnnotationId | null): (one: Annotation) => boolean {
    switch (which) {
      case "any":
        return () => true;
      case "alike": {
        const here = this.#desk.here();
        const label =
          this.#desk.annotation(current)?.label ??
          (here === null ? undefined : this.#desk.index.overlapping(here).at(-1)?.label);
        return (one) => label === undefined || one.label === label;
      }
      case "unsaved": {
        const unsaved = new Set<string>(this.#desk.parts.session.state.pending.map(({ target }) => target));
        return ({ id }) => unsaved.has(id);
      }
      case "incomplete":
        return (one) =>
          missingOf(one, this.#desk.index.relationsFrom(one.id), this.#desk.parts.rules.schema).length > 0;
    }
  }
}

const NONE: Readonly<Record<Which, string>> = {
  any: "There are no annotations yet.",
  alike: "There are no annotations yet.",
  unsaved: "Everything is saved.",
  incomplete: "Nothing is missing.",
};
