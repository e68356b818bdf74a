import { describe, expect, it } from "vitest";
import { ANA, aSet, BEN, bicycleRules, idOf, op, stampOf } from "@/lib/testing/annotation-builders";
import type { UserId } from "../ids";
import { applyAll } from "./apply";
import type { AnnotationSet } from "./annotation-set";
import type { LogEntry } from "./draft";
import type { Operation } from "./operation";
import { overtake, type Overtaken } from "./overtaken";

const ruiz = idOf<"annotation">(11);

/** A log that people write one after the other, and what of Ana's has been overtaken after it. */
class Shared {
  #set: AnnotationSet = aSet();
  #overtaken: readonly Overtaken[] = [];
  readonly #mine = new Set<number>();

  does(actorId: UserId, ...operations: readonly Operation[]): this {
    const { set, outcomes } = applyAll(this.#set, operations, stampOf(actorId), bicycleRules);
    this.#set = set;
    const entries = outcomes.map((outcome): LogEntry & { at: string } => ({
      id: outcome.operation.id,
      seq: outcome.seq,
      actorId,
      change: outcome.status === "ok" ? outcome.change : null,
      undoes: outcome.operation.kind === "undo" ? outcome.operation.target : null,
      at: "2026-11-22T08:00:00.000Z",
    }));
    if (actorId === ANA) for (const { seq } of entries) this.#mine.add(seq);
    this.#overtaken = overtake(this.#overtaken, entries, {
      userId: ANA,
      isMine: (seq) => this.#mine.has(seq),
    });
    return this;
  }

  /** As if what Ana did so far had been on another day. */
  later(): this {
    this.#mine.clear();
    return this;
  }

  told() {
    return this.#overtaken.map(({ field, mine, theirs, by }) => ({ field, mine, theirs, by }));
  }
}

const made = () => new Shared().does(ANA, op.create(ruiz, "actor", 0, 10));

describe("what others do to one's own", () => {
  it("is told field by field, with both values", () => {
    expect(made().does(BEN, op.setLabel(ruiz, "claim")).told()).toEqual([
      { field: "label", mine: "actor", theirs: "claim", by: BEN },
    ]);
  });

  it("is told of a boundary, a note, a deletion", () => {
    const shared = made()
      .does(ANA, op.setNote(ruiz, "mine"))
      .does(BEN, op.setSpan(ruiz, 6, 10), op.setNote(ruiz, "his"), op.remove(ruiz));
    expect(shared.told()).toEqual([
      {
        field: "span",
        mine: { start: 0, end: 10, quote: "Mayor Ruiz" },
        theirs: { start: 6, end: 10, quote: "Ruiz" },
        by: BEN,
      },
      { field: "note", mine: "mine", theirs: "his", by: BEN },
      { field: "live", mine: true, theirs: false, by: BEN },
    ]);
  });

  it("is not told where they changed what was not one's own, or came to the same", () => {
    const shared = new Shared()
      .does(BEN, op.create(ruiz, "actor", 0, 10), op.setLabel(ruiz, "claim"))
      .does(ANA, op.setNote(ruiz, "the same"))
      .does(BEN, op.setNote(ruiz, "the same"), op.setLabel(ruiz, "actor"));
    expect(shared.told()).toEqual([]);
  });

  it("is not told of what one did on another day", () => {
    expect(made().later().does(BEN, op.setLabel(ruiz, "claim")).told()).toEqual([]);
  });

  it("is over when one decides anew", () => {
    const shared = made().does(BEN, op.setLabel(ruiz, "claim")).does(ANA, op.setLabel(ruiz, "stance"));
    expect(shared.told()).toEqual([]);
  });

  it("is over when they take it back, and is the latest where they change it once more", () => {
    const change = op.setLabel(ruiz, "claim");
    const shared = made().does(BEN, change);
    expect(shared.does(BEN, op.setLabel(ruiz, "stance")).told()).toEqual([
      { field: "label", mine: "actor", theirs: "stance", by: BEN },
    ]);
    expect(made().does(BEN, change).does(BEN, op.undo(change.id)).told()).toEqual([]);
  });
});
