import type { AnnotationId, RelationId } from "@/lib/core/ids";
import type { AttributeValue } from "@/lib/core/schema/schema";
import type { Direction } from "@/lib/core/text/token-moves";
import { shortQuote } from "./describe-act";
import type { EditorDesk } from "./editor-desk";
import { chosenOption, linkIntent, nextCandidate, optionTo, startLinking, type Linking } from "./linking";

/** The hand that links annotations to each other. */
export class Linker {
  readonly #desk: EditorDesk;

  constructor(desk: EditorDesk) {
    this.#desk = desk;
  }

  start(type?: string): void {
    const from = this.#desk.selected();
    if (from === undefined || !this.#desk.mayEdit()) return;
    const linking = startLinking(this.#desk.index, this.#desk.parts.rules.schema, from, type);
    if (linking === null) this.#desk.parts.complain("The schema has no relation for this label.");
    else this.#show(linking);
  }

  chooseOption(option: number): void {
    const { linking } = this.#desk.state;
    if (linking?.options[option] !== undefined) this.#show({ ...linking, option, candidate: null });
  }

  /**
   * Links to `end`, or to the candidate that was stepped to; by the chosen relation, or else by one that fits. With
   * neither it steps to the first candidate, so that pressing it twice takes what lies nearest.
   */
  linkTo(end: AnnotationId | null = this.#desk.state.linking?.candidate ?? null): void {
    const { linking } = this.#desk.state;
    const [near, far] = [this.#desk.annotation(linking?.from ?? null), this.#desk.annotation(end)];
    if (linking === null || near === undefined) return;
    if (end === null || far === undefined) {
      this.step(linking, "forward");
      return;
    }
    const option = optionTo(this.#desk.index, linking, near, far);
    if (option === null) this.#desk.parts.complain("These two cannot be linked.");
    else if (this.#desk.act([linkIntent(linking, option, end, this.#desk.parts.newId())])) {
      this.#desk.enter({ ...this.#desk.state, linking: null });
    }
  }

  remove(id: RelationId): void {
    this.#desk.act([{ kind: "relation.delete", target: id, body: {} }]);
  }

  setAttribute(id: RelationId, key: string, value: AttributeValue | null): void {
    this.#desk.act([{ kind: "relation.setAttribute", target: id, body: { key, value } }]);
  }

  /** To the next annotation that it could be linked to. */
  step(linking: Linking, direction: Direction): void {
    const { name } = chosenOption(linking).type;
    const from = this.#desk.annotation(linking.from);
    const here = this.#desk.annotation(linking.candidate) ?? from;
    const found =
      from === undefined || here === undefined
        ? null
        : nextCandidate(this.#desk.index, linking, from, here, direction);
    if (found === null) {
      this.#desk.parts.say(`There is nothing to link by “${name}”.`);
      return;
    }
    this.#desk.enter({ ...this.#desk.state, linking: { ...linking, candidate: found.id } });
    this.#desk.surface?.reveal(found.id);
    this.#desk.parts.say(`${name} ${shortQuote(found.quote)}? Enter links.`);
  }

  #show(linking: Linking): void {
    this.#desk.enter({ ...this.#desk.state, linking });
    this.#desk.parts.say(`${chosenOption(linking).type.name}: choose the other end.`);
  }
}
