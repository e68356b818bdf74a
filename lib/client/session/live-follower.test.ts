import { describe, expect, it } from "vitest";
import type { LiveApi, LiveEvent, StreamEnd } from "../api/live-api";
import { idOf } from "@/lib/testing/annotation-builders";
import { macrotask } from "@/lib/testing/session-world";
import type { Environment } from "./environment";
import { LiveFollower, type LiveState } from "./live-follower";

/** A server whose streams are held in the hand, and a browser whose clock is. */
class Line {
  readonly asked: (string | null)[] = [];
  readonly states: LiveState[] = [];
  readonly frames: number[] = [];
  readonly snapshots: number[] = [];
  polls = 0;
  chance = 0;
  places = 4;
  readonly #timers: { readonly ms: number; readonly act: () => void }[] = [];
  #take: (event: LiveEvent) => void = () => undefined;
  #end: (end: StreamEnd) => void = () => undefined;

  readonly api: LiveApi = {
    follow: (after, take, signal) => {
      this.asked.push(after);
      this.#take = take;
      return new Promise((resolve) => {
        this.#end = resolve;
        signal.addEventListener("abort", () => resolve({ kind: "lost", retryMs: null }));
      });
    },
  };

  readonly environment: Environment = {
    now: () => "2026-11-22T08:00:00.000Z",
    random: () => this.chance,
    newId: () => idOf(1),
    later: (ms, act) => {
      const timer = { ms, act };
      this.#timers.push(timer);
      return () => {
        if (this.#timers.includes(timer)) this.#timers.splice(this.#timers.indexOf(timer), 1);
      };
    },
    exclusively: (_name, act) => act(),
    claim: () => {
      if (this.places === 0) return Promise.resolve(null);
      this.places--;
      return Promise.resolve(() => this.places++);
    },
    channel: () => ({ post: () => undefined, onPost: () => undefined, close: () => undefined }),
  };

  open(cursor: string | null = "begin"): LiveFollower {
    const follower = new LiveFollower({
      api: this.api,
      environment: this.environment,
      cursor,
      listener: {
        frame: ({ to }) => this.frames.push(to),
        snapshot: ({ seq }) => this.snapshots.push(seq),
        hidden: () => undefined,
        server: () => undefined,
        present: () => undefined,
        poll: () => this.polls++,
        state: (state) => this.states.push(state),
      },
    });
    follower.start();
    return follower;
  }

  async tell(...events: readonly LiveEvent[]): Promise<void> {
    await macrotask();
    for (const event of events) this.#take(event);
  }

  async end(end: StreamEnd = { kind: "lost", retryMs: null }): Promise<void> {
    await macrotask();
    this.#end(end);
    await macrotask();
  }

  /** The waiting times that were asked for and have not passed. */
  get waits(): readonly number[] {
    return this.#timers.map(({ ms }) => ms);
  }

  async pass(): Promise<void> {
    await macrotask();
    for (const { act } of this.#timers.splice(0)) act();
    await macrotask();
  }
}

const live: LiveEvent = { kind: "live", id: "live" };
const frame = (to: number, id = `at ${to}`): LiveEvent => ({
  kind: "frame",
  id,
  frame: { set: idOf(1), from: to - 1, to, operations: [] },
});

describe("a page that follows", () => {
  it("takes up the stream after the last event that it took in", async () => {
    const line = new Line();
    line.open();
    await line.tell(live, frame(1), frame(2));
    await line.end();
    expect(line.states).toEqual(["live", "connecting"]);
    await line.pass();
    await line.tell(frame(3));
    expect(line.asked).toEqual(["begin", "at 2"]);
    expect(line.frames).toEqual([1, 2, 3]);
  });

  it("waits the longer the more often it fails, and as long as the server asks at least; success forgets it", async () => {
    const line = new Line();
    line.chance = 0.5;
    line.open();
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure++) {
      await line.end();
      waits.push(line.waits[0] ?? 0);
      await line.pass();
    }
    expect(waits).toEqual([750, 1_250, 2_250, 4_250]);
    await line.end({ kind: "lost", retryMs: 60_000 });
    expect(line.waits).toEqual([60_000]);
    await line.pass();
    await line.tell(live);
    await line.end();
    expect(line.waits).toEqual([750]);
  });

  it("comes back after a word to begin again, but not at once", async () => {
    const line = new Line();
    line.open();
    await line.tell(live, frame(7));
    await line.end({ kind: "resync" });
    expect(line.waits).toEqual([500]);
    await line.pass();
    expect(line.asked).toEqual(["begin", "at 7"]);
  });

  it("begins anew where its place is lost, and looks again now and then where there is nothing for it", async () => {
    const line = new Line();
    const follower = line.open();
    await line.end({ kind: "refused", status: 410 });
    expect(line.asked).toEqual(["begin", null]);
    await line.end({ kind: "refused", status: 404 });
    expect([line.asked.length, follower.state, line.waits]).toEqual([2, "ended", [30_000]]);
    await line.pass();
    await line.end({ kind: "refused", status: 404 });
    expect([line.asked.length, follower.state]).toEqual([3, "ended"]);
    await line.pass();
    await line.tell(live);
    expect(line.states.slice(-2)).toEqual(["ended", "live"]);
  });

  it("asks by its new rights when the old ones end", async () => {
    const line = new Line();
    line.open();
    await line.tell(live, frame(1));
    await line.end({ kind: "revoked" });
    expect(line.asked).toEqual(["begin", "at 1"]);
    await line.end({ kind: "signed-out" });
    expect(line.states.at(-1)).toBe("signed-out");
  });

  it("tries again at once when somebody signs in or the connection is back", async () => {
    const line = new Line();
    const follower = line.open();
    await line.end({ kind: "signed-out" });
    follower.retry();
    await macrotask();
    expect(line.asked).toHaveLength(2);
  });
});

describe("a page that nobody sees", () => {
  it("lets go after half a minute and goes on from there when it is seen again", async () => {
    const line = new Line();
    const follower = line.open();
    await line.tell(live, frame(1));
    follower.hide();
    expect(line.waits).toEqual([30_000]);
    expect(line.places).toBe(3);
    await line.pass();
    expect([follower.state, line.places]).toEqual(["paused", 4]);
    follower.show();
    await macrotask();
    expect(line.asked).toEqual(["begin", "at 1"]);
  });

  it("keeps its stream when it is soon seen again", async () => {
    const line = new Line();
    const follower = line.open();
    await line.tell(live);
    follower.hide();
    follower.show();
    await line.pass();
    expect([follower.state, line.asked.length]).toEqual(["live", 1]);
  });

  it("takes nothing in any more once it is closed", async () => {
    const line = new Line();
    const follower = line.open();
    await line.tell(live);
    follower.close();
    await line.tell(frame(1));
    expect([line.frames, line.places]).toEqual([[], 4]);
  });
});

describe("the fifth page of a browser", () => {
  it("looks now and then, until a place becomes free", async () => {
    const line = new Line();
    line.places = 0;
    const follower = line.open();
    await macrotask();
    await line.pass();
    expect([follower.state, line.polls, line.asked.length]).toEqual(["polling", 2, 0]);
    line.places = 1;
    await line.pass();
    expect(line.asked).toEqual(["begin"]);
  });

  it("does so too where the server has too many streams of this person", async () => {
    const line = new Line();
    const follower = line.open();
    await line.end({ kind: "refused", status: 429 });
    expect([follower.state, line.polls]).toEqual(["polling", 1]);
  });
});
