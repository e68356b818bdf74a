import type { Annotation } from "@/lib/core/annotation/annotation";
import type { Overtaken } from "@/lib/core/annotation/overtaken";
import type { AnnotationId } from "@/lib/core/ids";
import { bringBack, reclaim } from "./bring-back";
import type { EditorDesk } from "./editor-desk";
import type { Intent } from "./intent";

/** Brings back what was: as new operations, so that nothing that happened since is unsaid. */
export class Restorer {
  readonly #desk: EditorDesk;

  constructor(desk: EditorDesk) {
    this.#desk = desk;
  }

  /** Makes an annotation as it was at another time. */
  bringBack(then: Annotation): void {
    const now = this.#desk.annotation(then.id);
    if (now === undefined || !this.#desk.mayEdit()) return;
    this.#do(bringBack(now, then, this.#desk.parts.rules.schema));
  }

  /** Brings a deleted annotation back, with the links that hung on it, and points at it. */
  restore(id: AnnotationId): void {
    if (!this.#desk.mayEdit()) return;
    if (this.#do([{ kind: "annotation.restore", target: id, body: {} }])) {
      const annotation = this.#desk.annotation(id);
      if (annotation !== undefined) this.#desk.point(annotation, "in view");
    }
  }

  /** Puts this person's own values back where others have replaced them. */
  reclaim(overtaken: readonly Overtaken[]): void {
    if (!this.#desk.mayEdit()) return;
    const { session, rules } = this.#desk.parts;
    if (this.#do(reclaim(overtaken, this.#desk.set, rules.schema))) session.keepTheirs(overtaken);
  }

  #do(intents: readonly Intent[]): boolean {
    if (intents.length > 0) return this.#desk.act(intents);
    this.#desk.parts.say("It is like that already.");
    return true;
  }
}
