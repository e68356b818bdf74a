import type { Direction } from "@/lib/core/text/token-moves";
import type { EditorDesk } from "./editor-desk";
import { chosenPlaces, spreadIntents, startSpread, stepSpread, toggleSpread, type Spread } from "./spread";

/** The hand that gives a label to the same words elsewhere: shows the places first, and marks them in one act. */
export class Spreader {
  readonly #desk: EditorDesk;

  constructor(desk: EditorDesk) {
    this.#desk = desk;
  }

  /** Shows the same words elsewhere that could get the label of the selected annotation. */
  start(): void {
    const annotation = this.#desk.selected();
    if (annotation === undefined || !this.#desk.mayEdit()) return;
    const spread = startSpread(this.#desk.index, this.#desk.parts.rules.text, annotation);
    if (spread.places.length > 0) this.#show(spread);
    else if (spread.marked > 0)
      this.#desk.parts.complain(`All ${spread.marked + 1} places that say this are marked.`);
    else this.#desk.parts.complain("The text says this nowhere else.");
  }

  /** Gives all places of the preview the label. */
  confirm(): void {
    const { spread } = this.#desk.state;
    const from = spread === null ? undefined : this.#desk.annotation(spread.from);
    if (spread === null || from === undefined) return;
    const count = chosenPlaces(spread).length;
    const intents = spreadIntents(spread, from, this.#desk.parts.rules.text, this.#desk.parts.newId);
    this.#desk.enter({ ...this.#desk.state, spread: null });
    if (intents.length === 0) this.#desk.parts.say("Nothing was marked.");
    else if (this.#desk.act(intents)) this.#desk.parts.say(`Marked ${places(count)}.`);
  }

  /** Leaves out the place that is looked at, or takes it in again. */
  toggle(spread: Spread): void {
    this.#show(toggleSpread(spread));
  }

  step(spread: Spread, direction: Direction): void {
    const from = this.#desk.annotation(spread.from);
    if (from === undefined) return;
    const stepped = stepSpread(spread, from, direction);
    this.#desk.enter({ ...this.#desk.state, spread: stepped });
    const place = spread.places[stepped.current ?? 0];
    if (place !== undefined) this.#desk.surface?.reveal(place.start);
    const isLeftOut = stepped.leftOut.has(stepped.current ?? 0);
    this.#desk.parts.say(
      `${(stepped.current ?? 0) + 1} of ${spread.places.length}${isLeftOut ? ", left out" : ""}`,
    );
  }

  #show(spread: Spread): void {
    this.#desk.enter({ ...this.#desk.state, spread });
    const count = places(chosenPlaces(spread).length);
    const marked = spread.marked === 0 ? "" : ` ${spread.marked} more carry it already.`;
    this.#desk.parts.say(`${count} would get the label.${marked} Enter marks them.`);
  }
}

function places(count: number): string {
  return count === 1 ? "1 place" : `${count} places`;
}
