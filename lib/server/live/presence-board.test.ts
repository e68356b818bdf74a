import { describe, expect, it } from "vitest";
import type { Presence } from "@/lib/core/live/presence";
import { ANA, BEN, idOf } from "@/lib/testing/annotation-builders";
import { PresenceBoard } from "./presence-board";

const key = { projectId: idOf<"project">(1), documentId: idOf<"document">(2) };
const place = { set: idOf<"set">(3), at: 10, selected: null };
const isHere = (userId = ANA, clientId = "one", more: Partial<Presence> = {}): Presence => ({
  ...key,
  userId,
  clientId,
  place,
  ...more,
});

function aBoard() {
  let now = 0;
  const board = new PresenceBoard(() => now);
  return {
    board,
    pass: (seconds: number) => {
      now += seconds * 1000;
      board.tidyUp();
    },
    here: () => board.in(key).map(({ userId, clientId, place: { at } }) => [userId, clientId, at]),
  };
}

describe("the presence board", () => {
  it("shows each page once, where it was last, until it leaves", () => {
    const { board, here } = aBoard();
    board.put(isHere());
    board.put(isHere(BEN));
    board.put(isHere(ANA, "one", { place: { ...place, at: 99 } }));
    expect(here()).toEqual([
      [BEN, "one", 10],
      [ANA, "one", 99],
    ]);
    board.put(isHere(BEN, "one", { place: null }));
    expect(here()).toEqual([[ANA, "one", 99]]);
  });

  it("forgets of whom it hears nothing", () => {
    const { board, pass, here } = aBoard();
    board.put(isHere());
    board.put(isHere(BEN));
    pass(30);
    board.put(isHere(BEN));
    pass(30);
    expect(here()).toEqual([[BEN, "one", 10]]);
    pass(60);
    expect(here()).toEqual([]);
  });

  it("keeps eight pages of one person, those heard of last, and never many more than a roomful", () => {
    const { board, here } = aBoard();
    board.put(isHere(BEN));
    for (let page = 1; page <= 10; page++) board.put(isHere(ANA, `page ${page}`));
    expect(here().map(([, page]) => page)).toEqual([
      "one",
      ...[3, 4, 5, 6, 7, 8, 9, 10].map((page) => `page ${page}`),
    ]);
    for (let person = 0; person < 300; person++) board.put(isHere(idOf(1000 + person)));
    expect(here()).toHaveLength(200);
  });
});
