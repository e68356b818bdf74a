import type { AnnotationId } from "@/lib/core/ids";
import { moveBoundary, type Heading, type Side, type Step } from "@/lib/core/span/move-boundary";
import type { Span } from "@/lib/core/span/span";
import { splitSpan } from "@/lib/core/span/split-span";
import { shortQuote } from "./describe-act";
import type { EditorDesk } from "./editor-desk";
import { mergeIntents, mergePartner, splitIntents, splitSubject } from "./reshape";

/** The hand that changes where annotations lie: their boundaries, one made of two, two made of one. */
export class Reshaper {
  readonly #desk: EditorDesk;

  constructor(desk: EditorDesk) {
    this.#desk = desk;
  }

  /** Gives the annotation that was selected before the stretch that is pointed at now. */
  setBoundary(): void {
    const { place, previous } = this.#desk.state;
    if (place === null || previous === null) return;
    if (this.#desk.setSpan(previous, place.span)) this.#desk.pointAfterAct(previous);
  }

  moveBoundary(side: Side, step: Step, heading: Heading): void {
    const annotation = this.#desk.selected();
    const from = annotation ?? this.#desk.state.place?.span;
    if (from === undefined) return;
    const span = moveBoundary(this.#desk.parts.segments, from, side, step, heading);
    if (span === null) this.#desk.parts.complain(stuckWords(side, step, heading));
    else if (annotation === undefined) {
      this.#desk.surface?.caret.place(span);
      this.#desk.parts.say(shortQuote(this.#desk.textOf(span)));
    } else if (this.#desk.setSpan(annotation.id, span))
      this.#desk.surface?.reveal(side === "end" ? span.end : span.start);
  }

  /** As `moveBoundary`, to a place that a handle was dragged to. */
  resize(id: AnnotationId, span: Span): void {
    this.#desk.setSpan(id, span);
  }

  /** Cuts the annotation around the caret in two; the second begins with what is pointed at. */
  split(): void {
    const { place, previous } = this.#desk.state;
    if (!this.#desk.mayEdit()) return;
    const whole = place === null ? null : splitSubject(this.#desk.index, place.span, previous);
    if (place === null || whole === null) {
      this.#desk.parts.complain(
        "Put the caret on the word in an annotation with which the second part begins.",
      );
      return;
    }
    const { text } = this.#desk.parts.rules;
    const cut = place.span.start > whole.start ? place.span.start : place.span.end;
    const parts = splitSpan(text, whole, cut);
    if (parts === null) {
      this.#desk.parts.complain("It cannot be cut there: one part would say nothing.");
      return;
    }
    const relations = this.#desk.index.relationsFrom(whole.id);
    const { intents, made } = splitIntents(whole, parts, relations, text, this.#desk.parts.newId);
    if (this.#desk.act(intents)) this.#desk.pointAfterAct(made, parts[1]);
  }

  /** Makes one of the selected annotation and one of the same label that overlaps it or stands beside it. */
  merge(): void {
    const annotation = this.#desk.selected();
    if (annotation === undefined || !this.#desk.mayEdit()) return;
    const { segments, rules, newId } = this.#desk.parts;
    const other = mergePartner(this.#desk.index, segments, annotation);
    if (other === null) {
      this.#desk.parts.complain("No annotation of this label overlaps it or stands right beside it.");
      return;
    }
    const relations = new Set([annotation, other].flatMap((one) => this.#desk.index.relationsOf(one.id)));
    const done = this.#desk.act(mergeIntents(annotation, other, [...relations], rules.text, newId));
    if (done) this.#desk.pointAfterAct(annotation.id, this.#desk.annotation(annotation.id));
  }
}

/** Why a boundary stays where it is, and what would move it. */
function stuckWords(side: Side, step: Step, heading: Heading): string {
  const isShrinking = (side === "start") === (heading === "forward");
  if (!isShrinking)
    return heading === "forward"
      ? "The text ends there: it goes no further."
      : "The text begins there: it goes no further.";
  return step === "character"
    ? "There is one character left. Delete it instead."
    : `There is no further ${step} in it, so its ${side} stays. Move it by a character instead.`;
}
