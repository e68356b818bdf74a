import type { Annotation } from "@/lib/core/annotation/annotation";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Rules } from "@/lib/core/annotation/decide";
import type { AnnotationId } from "@/lib/core/ids";
import type { Span } from "@/lib/core/span/span";
import type { Segments } from "@/lib/core/text/segments";
import { snapToGraphemes } from "@/lib/core/text/snap";
import type { ArticleSurface } from "../dom/surface";
import { AnnotationIndex } from "./annotation-index";
import { isChangeable, type AnnotationSession, type Performed } from "./annotation-session";
import { CLOSED_MESSAGES, notDoneMessage } from "./closed";
import { describeAct, shortQuote } from "./describe-act";
import { forget, NOTHING_POINTED_AT, pointAtAnnotation, type EditorState } from "./editor-state";
import type { Environment } from "./environment";
import type { Intent } from "./intent";
import { quoted } from "./reshape";

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

/** What the hands of the editor share: what is pointed at, the article, the set, and the one way to act upon it. */
export class EditorDesk {
  readonly parts: EditorParts;
  /** The annotations by place. It follows the set before any listener hears of a change. */
  readonly index: AnnotationIndex;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #state = NOTHING_POINTED_AT;
  #surface: EditedSurface | null = null;
  #isPlacing = false;

  constructor(parts: EditorParts) {
    this.parts = parts;
    this.index = new AnnotationIndex(parts.segments.paragraphs, parts.session.state.set);
    this.#stopListening = parts.session.subscribe(() => {
      this.index.follow(parts.session.state.set);
      this.enter(forget(this.#state, (id) => this.annotation(id)?.live ?? false));
    });
  }

  get state(): EditorState {
    return this.#state;
  }

  get surface(): EditedSurface | null {
    return this.#surface;
  }

  get set(): AnnotationSet {
    return this.parts.session.state.set;
  }

  /** Whether the caret moves because of the editor, and not by the person's hand. */
  get isPlacing(): boolean {
    return this.#isPlacing;
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

  enter(state: EditorState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#surface?.select(state.linking?.candidate ?? state.selected);
    for (const listener of this.#listeners) listener();
  }

  annotation(id: AnnotationId | null): Annotation | undefined {
    return id === null ? undefined : this.set.annotations.get(id);
  }

  selected(): Annotation | undefined {
    return this.annotation(this.#state.selected);
  }

  /** Where one is in the text, as far as is known. */
  here(): Span | null {
    return this.selected() ?? this.#state.place?.span ?? this.#surface?.caret.span ?? null;
  }

  textOf({ start, end }: Span): string {
    return this.parts.rules.text.slice(start, end);
  }

  get canEdit(): boolean {
    return isChangeable(this.parts.session.state);
  }

  /** As `canEdit`; says so where it cannot. */
  mayEdit(): boolean {
    const { closed } = this.parts.session.state.save;
    if (!this.canEdit)
      this.parts.complain(
        closed === null ? "This was submitted and cannot be changed here." : CLOSED_MESSAGES[closed],
      );
    return this.canEdit;
  }

  /** @returns whether it was done. */
  act(intents: readonly Intent[]): boolean {
    return this.tell(this.parts.session.perform(intents), "", "");
  }

  tell(done: Performed | null, prefix: string, nothing: string): boolean {
    if (done === null) this.parts.say(nothing);
    else if (!done.ok) this.parts.complain(notDoneMessage(done.reason));
    else this.parts.say(prefix + describeAct(done, this.parts.rules.schema));
    return done?.ok ?? false;
  }

  create(given: Span, label: string): void {
    const span = this.#trimmed(given);
    if (span === null) return;
    const target: AnnotationId = this.parts.newId();
    const body = { label, ...quoted(this.parts.rules.text, span) };
    if (this.act([{ kind: "annotation.create", target, body }])) this.pointAfterAct(target);
  }

  setSpan(target: AnnotationId, given: Span): boolean {
    const annotation = this.annotation(target);
    const span = annotation === undefined ? null : this.#trimmed(given);
    if (span === null || (annotation?.start === span.start && annotation.end === span.end)) return false;
    return this.act([{ kind: "annotation.setSpan", target, body: quoted(this.parts.rules.text, span) }]);
  }

  /** What pointing elsewhere puts an end to, to be said before what it points at: nobody leaves it unawares. */
  leaving(): string {
    if (this.#state.linking !== null) return "Linking stopped. ";
    return this.#state.spread === null ? "" : "Preview closed. ";
  }

  point(annotation: Annotation, how: "where it is" | "in view" | "with the caret"): void {
    const left = this.leaving();
    this.#surface?.setSelection(null);
    if (how === "with the caret") this.placeCaret(annotation);
    this.enter(pointAtAnnotation(this.#state, annotation.id));
    if (how === "in view") this.#surface?.reveal(annotation.id);
    const name =
      this.parts.rules.schema.labels.find(({ key }) => key === annotation.label)?.name ?? annotation.label;
    this.parts.say(`${left}${name} ${shortQuote(annotation.quote)}`);
  }

  /** After an act the annotation is what is pointed at; a keyboard's caret stays where it was, or goes to `caret`. */
  pointAfterAct(id: AnnotationId, caret: Span | null = null): void {
    const { place } = this.#state;
    if (place !== null && place.means !== "caret") this.#surface?.setSelection(null);
    else if (caret !== null && this.#surface !== null && this.#surface.caret.span !== null)
      this.placeCaret(caret);
    this.enter(pointAtAnnotation(this.#state, id));
  }

  /** Moves the caret without taking it for a place that is pointed at. */
  placeCaret(span: Span | null): void {
    this.#isPlacing = true;
    this.#surface?.caret.place(span);
    this.#isPlacing = false;
  }

  /** Moves the caret as the person would. */
  putCaret(span: Span): void {
    const left = this.leaving();
    this.#surface?.caret.place(span);
    this.parts.say(left + shortQuote(this.textOf(span)));
  }

  /** Without blanks at its ends; null, and said so, where nothing else is in it. */
  #trimmed(span: Span): Span | null {
    const trimmed = snapToGraphemes(this.parts.segments, span);
    if (trimmed === null) this.parts.complain("Only blanks are selected.");
    return trimmed;
  }
}
