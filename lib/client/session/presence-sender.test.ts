import { describe, expect, it } from "vitest";
import type { Place } from "@/lib/core/live/presence";
import { idOf } from "@/lib/testing/annotation-builders";
import { PresenceSender } from "./presence-sender";

/** A person who is at `at`, what they said, and timers that fire when told to. */
function reader() {
  const said: (number | null)[] = [];
  const timers: { readonly ms: number; readonly act: () => void }[] = [];
  const place: { at: number } = { at: 0 };
  const where = (): Place => ({ set: idOf(1), at: place.at, selected: null });
  const sender = new PresenceSender({
    say: (told) => said.push(told === null ? null : told.at),
    where,
    environment: {
      later: (ms, act) => {
        const timer = { ms, act };
        timers.push(timer);
        return () => {
          if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
        };
      },
    },
  });
  return {
    sender,
    said,
    waits: () => timers.map(({ ms }) => ms),
    goTo: (at: number) => {
      place.at = at;
      sender.moved();
    },
    fire: () => timers.shift()?.act(),
  };
}

describe("a person's presence", () => {
  it("is said at once, then once a rest however often they move, and the last place is not lost", () => {
    const { goTo, fire, said } = reader();
    goTo(1);
    for (let at = 2; at < 50; at++) goTo(at);
    expect(said).toEqual([1]);
    fire();
    expect(said).toEqual([1, 49]);
  });

  it("is not said again while nothing changes, but for a sign of life", () => {
    const { goTo, fire, said, waits } = reader();
    goTo(1);
    goTo(1);
    fire();
    expect(said).toEqual([1]);
    expect(waits()).toEqual([15_000]);
    fire();
    expect(said).toEqual([1, 1]);
  });

  it("ends with a word, once, and begins again when the page is seen again", () => {
    const { sender, goTo, said, waits } = reader();
    goTo(1);
    sender.leave();
    sender.leave();
    expect(said).toEqual([1, null]);
    expect(waits()).toEqual([]);
    goTo(1);
    expect(said).toEqual([1, null, 1]);
  });

  it("is over when the page is closed", () => {
    const { sender, goTo, said } = reader();
    goTo(1);
    sender.close();
    goTo(2);
    expect(said).toEqual([1, null]);
  });
});
