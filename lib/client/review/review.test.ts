import { describe, expect, it } from "vitest";
import type { ProgressAnswer } from "@/lib/contracts/review-answers";
import type { Decision } from "@/lib/core/review/decision";
import { alignSets } from "@/lib/core/review/align-sets";
import { DEFAULT_REASONS } from "@/lib/core/review/reasons";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { Segments } from "@/lib/core/text/segments";
import { ANA, bicycleRules, idOf } from "@/lib/testing/annotation-builders";
import { reviewed, type Mark } from "@/lib/testing/review-builders";
import type { Reply } from "../api/reply";
import { Review } from "./review";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const claim: Mark = ["claim", 13, 28, { claim_type: "demand" }];
const shorter: Mark = ["claim", 19, 28, { claim_type: "demand" }];

let next = 700_000;

/** A review of two sets, with a server that takes everything unless it is told otherwise. */
function aReview(...all: readonly (readonly Mark[])[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const sent: (readonly Decision[])[] = [];
  const timers: (() => void)[] = [];
  const server = { answer: taken };
  function taken(decisions: readonly Decision[]): Reply<ProgressAnswer> {
    return {
      kind: "ok",
      value: {
        results: decisions.map(({ id }) => ({ id, status: "ok" })),
        goldState: "in_progress",
        decisions: decisions.map((decision) => ({
          decision,
          reviewer: { id: ANA, name: "Ana" },
          at: "",
          seqs: {},
          contests: [],
        })),
      },
    };
  }
  const review = new Review({
    alignment: alignSets(all.map((marks, index) => reviewed(index + 1, marks))),
    decisions: [],
    goldState: "new",
    reasons: DEFAULT_REASONS.map(({ key }) => key),
    segments: Segments.of(Paragraphs.of(bicycleRules.text), "en"),
    me: { id: ANA, name: "Ana" },
    nameOfLabel: (key) => key,
    api: {
      decide: (decisions) => {
        sent.push(decisions);
        return Promise.resolve(server.answer(decisions));
      },
      undo: () =>
        Promise.resolve({ kind: "ok", value: { results: [], goldState: "in_progress", decisions: [] } }),
    },
    environment: {
      newId: () => idOf(next++),
      now: () => "2026-11-22T08:00:00.000Z",
      random: () => 0,
      later: (_ms, act) => {
        timers.push(act);
        return () => undefined;
      },
    },
    say: (text) => said.push(text),
    complain: (text) => complaints.push(text),
  });
  const settled = () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  return { review, said, complaints, sent, timers, server, settled };
}

describe("a review", () => {
  it("begins at the first difference and goes round through all of them", () => {
    const { review } = aReview([actor, claim], [actor, shorter]);
    const keys = review.state.points.map(({ key }) => key);
    expect(review.state.current).toBe(keys[1]);
    review.next("forward");
    expect(review.state.current).toBe(keys[1]);
    review.next("forward", "undecided");
    expect(review.state.current).toBe(keys[0]);
    review.next("back", "undecided");
    expect(review.state.current).toBe(keys[1]);
  });

  it("decides at once, says how far it is, and goes on to what is left", async () => {
    const { review, said, settled } = aReview([actor, claim], [actor, shorter]);
    review.accept(1);
    expect(review.state).toMatchObject({ saving: "saving", waiting: 1 });
    expect(review.state.decided.size).toBe(1);
    expect(said.at(-1)).toContain("Accepted. 1 of 2 decided.");
    expect(review.state.current).toBe(review.state.points[0]?.key);
    await settled();
    expect(review.state).toMatchObject({ saving: "saved", waiting: 0, goldState: "in_progress" });
  });

  it("accepts everything on which all agree as one act", async () => {
    const { review, sent, settled } = aReview([actor, claim], [actor, claim]);
    review.acceptUnanimous();
    await settled();
    expect(sent.map((decisions) => decisions.length)).toEqual([2]);
    expect(review.state.decided.size).toBe(2);
  });

  it("corrects with borders, label and attributes of its own", async () => {
    const { review, sent, settled } = aReview([actor, claim], [actor, shorter]);
    review.moveBorder("start", "forward");
    expect(review.state.draft).toMatchObject({ start: 19, end: 28 });
    review.setAttribute("claim_type", "factual");
    review.confirmFix();
    await settled();
    expect(sent[0]?.[0]?.verdict).toMatchObject({
      kind: "fix",
      as: { start: 19, end: 28, label: "claim", attributes: { claim_type: "factual" } },
    });
  });

  it("changes a decision by one that takes its place and keeps the gold annotation's id", async () => {
    const { review, sent, settled } = aReview([claim], [shorter]);
    review.accept(0);
    review.accept(1);
    await settled();
    const [first, second] = sent.flat();
    expect(second?.supersedes).toBe(first?.id);
    expect(second?.verdict).toMatchObject({ gold: (first?.verdict as { gold?: unknown } | undefined)?.gold });
  });

  it("takes back one's last decision, and says when there is none", async () => {
    const { review, said, settled } = aReview([claim], [shorter]);
    review.reject("wrong_label");
    await settled();
    expect(review.state.canUndo).toBe(true);
    review.undo();
    expect(review.state.decided.size).toBe(0);
    await settled();
    expect(review.state.canUndo).toBe(false);
    review.undo();
    expect(said.at(-1)).toBe("There is nothing of yours to undo.");
  });

  it("keeps what it decided while the server is away, and sends it under the same id", async () => {
    const { review, sent, server, timers, settled } = aReview([claim], [shorter]);
    const { answer } = server;
    server.answer = () => ({ kind: "unavailable", retryAfterMs: null });
    review.accept(0);
    await settled();
    expect(review.state).toMatchObject({ saving: "offline", waiting: 1 });
    expect(review.state.decided.size).toBe(1);
    server.answer = answer;
    timers.at(-1)?.();
    await settled();
    expect(review.state).toMatchObject({ saving: "saved", waiting: 0 });
    expect(new Set(sent.flat().map(({ id }) => id)).size).toBe(1);
  });

  it("takes back what the server refuses, and says why", async () => {
    const { review, server, complaints, settled } = aReview([claim], [shorter]);
    server.answer = (decisions) => ({
      kind: "ok",
      value: {
        results: decisions.map(({ id }) => ({ id, status: "refused", reason: "already_decided" })),
        goldState: "in_progress",
        decisions: [],
      },
    });
    review.accept(0);
    await settled();
    expect(review.state.decided.size).toBe(0);
    expect(complaints).toEqual(["Somebody else has decided this meanwhile. Reload the page to see what."]);
  });

  it("says what cannot be accepted, and sends nothing", async () => {
    const { review, complaints, sent, settled } = aReview([claim], [actor]);
    const [first] = review.state.points;
    review.goTo(first?.key ?? "");
    review.accept(0);
    review.accept(5);
    await settled();
    expect(complaints).toHaveLength(2);
    expect(sent).toEqual([]);
  });
});
