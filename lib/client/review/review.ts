import type { UserId } from "@/lib/core/ids";
import { acceptUnanimous } from "@/lib/core/review/accept-unanimous";
import type { Alignment } from "@/lib/core/review/alignment";
import { checkDecision } from "@/lib/core/review/check-decision";
import type { AnnotationVerdict, Decision } from "@/lib/core/review/decision";
import { decidedPoints, pointsOf, type Point } from "@/lib/core/review/points";
import type { AttributeValue } from "@/lib/core/schema/schema";
import { moveBoundary, type Heading, type Side } from "@/lib/core/span/move-boundary";
import type { Span } from "@/lib/core/span/span";
import type { Segments } from "@/lib/core/text/segments";
import type { SetState } from "@/lib/core/workflow/set-state";
import { decisionRefusalWords } from "@/lib/contracts/decision-refusals";
import type { DecisionView } from "@/lib/contracts/review";
import type { ProgressAnswer } from "@/lib/contracts/review-answers";
import type { ReviewApi } from "../api/review-api";
import type { Environment } from "../session/environment";
import { DecisionOutbox, type Act } from "./decision-outbox";
import { pointWords } from "./point-words";
import { isOpen, pointOf, type Draft, type ReviewState, type Shown } from "./review-state";
import {
  acceptanceOf,
  allAccepted,
  decisionOn,
  goldId,
  nothingAt,
  type Verdict,
  type Wording,
} from "./verdicts";

export interface ReviewWorld {
  readonly alignment: Alignment;
  readonly decisions: readonly DecisionView[];
  readonly goldState: SetState;
  readonly reasons: readonly string[];
  readonly segments: Segments;
  readonly me: { readonly id: UserId; readonly name: string };
  readonly nameOfLabel: (key: string) => string;
  readonly api: ReviewApi;
  readonly environment: Pick<Environment, "later" | "random" | "newId" | "now">;
  /** Read aloud. */
  readonly say: (text: string) => void;
  /** Read aloud and shown: something was not done. */
  readonly complain: (text: string) => void;
}

/** One reviewer's work on one document: where they stand, what they decide, what is saved of it. */
export class Review {
  readonly #world: ReviewWorld;
  readonly #outbox: DecisionOutbox;
  readonly #listeners = new Set<() => void>();
  #confirmed: readonly DecisionView[];
  #state: ReviewState;

  constructor(world: ReviewWorld) {
    this.#world = world;
    this.#confirmed = world.decisions;
    const points = pointsOf(world.alignment);
    const decided = decidedPoints(points, decisionsIn(world.decisions), world.alignment);
    const first = points.find((point) => isOpen(point) && !decided.has(point.key)) ?? points.find(isOpen);
    this.#state = {
      points,
      decided,
      decisions: world.decisions,
      current: (first ?? points[0])?.key ?? null,
      draft: null,
      shown: "all",
      saving: "saved",
      waiting: 0,
      goldState: world.goldState,
      canUndo: this.#lastOwn(world.decisions) !== undefined,
    };
    this.#outbox = new DecisionOutbox(world.api, world.environment, {
      answered: (act, answer) => this.#answered(act, answer),
      refused: (_act, message) => this.#refused(message),
      changed: () => this.#settle({}),
    });
  }

  get state(): ReviewState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  retry(): void {
    this.#outbox.retry();
  }

  close(): void {
    this.#outbox.close();
    this.#listeners.clear();
  }

  /** Stands at a point, and says what stands there behind what has been `said` already. */
  goTo(key: string, said = ""): void {
    this.#set({ current: key, draft: null });
    const point = pointOf(this.#state, key);
    if (point === null) return;
    this.#world.say(`${said} ${pointWords(point, this.#state, this.#world.nameOfLabel)}`.trim());
  }

  /** The next or previous point on which sets differ, or that is not decided; past the last one it begins anew. */
  next(heading: Heading, which: "different" | "undecided" = "different", said = ""): void {
    const { points, current, decided } = this.#state;
    const fits = (point: Point): boolean => (which === "undecided" ? !decided.has(point.key) : isOpen(point));
    const place = points.findIndex(({ key }) => key === current);
    const ring = [...points.slice(place + 1), ...points.slice(0, Math.max(place, 0))];
    const found = heading === "forward" ? ring.find(fits) : ring.findLast(fits);
    const none = which === "undecided" ? "Nothing else is undecided." : "There are no other differences.";
    if (found !== undefined) this.goTo(found.key, said);
    else this.#world.say(`${said} ${none}`.trim());
  }

  /** Takes over what the set at `place` has. */
  accept(place: number): void {
    const set = this.#world.alignment.sets[place];
    if (set === undefined) this.#world.complain("There is no such set.");
    else this.#word((wording) => acceptanceOf(wording, set.id));
  }

  /** Takes over every reading. */
  acceptBoth(): void {
    this.#word(allAccepted);
  }

  reject(reason: string, comment: string | null = null): void {
    this.#word(() => ({ kind: "reject", reason }), comment);
  }

  nothingHere(reason: string, comment: string | null = null): void {
    this.#word(({ point }) => nothingAt(point, reason), comment);
  }

  acceptUnanimous(): void {
    const { alignment, environment, say } = this.#world;
    const decisions = acceptUnanimous(alignment, decisionsIn(this.#state.decisions), {
      decision: () => environment.newId<"decision">(),
      annotation: () => environment.newId<"annotation">(),
    });
    if (decisions.length === 0) {
      say("There is nothing undecided on which everybody agrees.");
      return;
    }
    this.#outbox.add({ kind: "decide", decisions });
    this.#settle({});
    const said = `Accepted ${decisions.length} on which everybody agrees. ${this.#progressWords()}`;
    const { current, decided } = this.#state;
    if (current !== null && decided.has(current)) this.next("forward", "undecided", said);
    else say(said);
  }

  /** Begins to correct what the first set has here. */
  fix(): void {
    const point = this.#point();
    if (point === null) return;
    if (point.of === "relation") {
      this.#world.complain("Correct the annotations that it links; a relation is accepted or rejected.");
      return;
    }
    const [member] = point.cluster.members;
    if (member === undefined) return;
    const earlier = this.#state.decided.get(point.key)?.decision.verdict;
    const { start, end, label, attributes } = earlier?.kind === "fix" ? earlier.as : member.annotation;
    const from = { setId: member.setId, annotation: member.annotation.id };
    this.#set({ draft: { point: point.key, from, start, end, label, attributes } });
    this.#world.say(
      "Correcting. Move the borders with the bracket keys, choose label and attributes, then take it over with Enter.",
    );
  }

  reword(change: Partial<Pick<Draft, "start" | "end" | "label">>): void {
    const { draft } = this.#state;
    if (draft !== null) this.#set({ draft: { ...draft, ...change } });
  }

  setAttribute(key: string, value: AttributeValue | null): void {
    const { draft } = this.#state;
    if (draft === null) return;
    const attributes = Object.fromEntries([
      ...Object.entries(draft.attributes).filter(([name]) => name !== key),
      ...(value === null ? [] : [[key, value] as const]),
    ]);
    this.#set({ draft: { ...draft, attributes } });
  }

  /** Moves a border of the correction by a word; it begins one where there is none. */
  moveBorder(side: Side, heading: Heading): void {
    if (this.#state.draft === null) this.fix();
    const { draft } = this.#state;
    if (draft === null) return;
    const { segments, say, complain } = this.#world;
    const span = moveBoundary(segments, draft, side, "word", heading);
    if (span === null) {
      complain("The border cannot go further.");
      return;
    }
    this.reword(span);
    say(segments.text.slice(span.start, span.end));
  }

  /** What is selected in the text becomes what is corrected. */
  takeSpan(span: Span): void {
    if (this.#state.draft !== null) this.reword(span);
  }

  /** Takes the correction over. */
  confirmFix(): void {
    const { draft, current } = this.#state;
    if (draft === null || draft.point !== current) return;
    const { start, end, label, attributes, from } = draft;
    const as = { start, end, label, attributes };
    this.#word((wording) => ({ kind: "fix", as, from, gold: goldId(wording) }));
  }

  /** Leaves the correction, or the one set that is shown. @returns whether there was something to leave */
  stepOut(): boolean {
    if (this.#state.draft !== null) {
      this.#set({ draft: null });
      this.#world.say("Not corrected.");
      return true;
    }
    if (this.#state.shown === "all") return false;
    this.show("all");
    return true;
  }

  show(shown: Shown): void {
    this.#set({ shown });
  }

  /** The next way to look at the text: all readings, each set, what is decided. */
  showNext(): Shown {
    const all: readonly Shown[] = ["all", ...this.#world.alignment.sets.map(({ id }) => id), "gold"];
    const next = all[(all.indexOf(this.#state.shown) + 1) % all.length] ?? "all";
    this.show(next);
    return next;
  }

  /** Takes back the last decision of one's own. */
  undo(): void {
    const last = this.#lastOwn(this.#state.decisions);
    if (last === undefined) {
      this.#world.say("There is nothing of yours to undo.");
      return;
    }
    this.#outbox.add({ kind: "undo", id: last.decision.id });
    const before = this.#state;
    this.#settle({});
    const point = before.points.find(({ key }) => before.decided.get(key)?.decision.id === last.decision.id);
    this.#world.say(`Undone. ${this.#progressWords()}`);
    if (point !== undefined) this.#set({ current: point.key, draft: null });
  }

  goldBecame(goldState: SetState): void {
    this.#set({ goldState });
  }

  #point(): Point | null {
    return pointOf(this.#state, this.#state.current);
  }

  /** Decides on the current point what `verdict` makes of it; where it says why not, that is said. */
  #word(verdict: (wording: Wording) => Verdict | string, comment: string | null = null): void {
    const point = this.#point();
    if (point === null) return;
    const { newId } = this.#world.environment;
    const earlier = this.#state.decided.get(point.key)?.decision ?? null;
    const wording = { point, earlier, newId };
    const worded = verdict(wording);
    if (typeof worded === "string") this.#world.complain(worded);
    else this.#decide(decisionOn(wording, worded, comment));
  }

  #decide(decision: Decision): void {
    const refusal = checkDecision(decision, {
      alignment: this.#world.alignment,
      decisions: decisionsIn(this.#state.decisions),
      reasons: this.#world.reasons,
      textLength: this.#world.segments.text.length,
    });
    if (refusal !== null) {
      this.#world.complain(decisionRefusalWords(refusal));
      return;
    }
    this.#outbox.add({ kind: "decide", decisions: [decision] });
    this.#settle({ draft: null });
    this.next("forward", "undecided", `${VERDICTS[decision.verdict.kind]}. ${this.#progressWords()}`);
  }

  #answered(act: Act, { results, decisions, goldState }: ProgressAnswer): void {
    if (act.kind === "undo")
      this.#confirmed = this.#confirmed.filter(({ decision }) => decision.id !== act.id);
    else this.#confirmed = [...this.#confirmed, ...decisions];
    this.#settle({ goldState });
    const refused = results.find(({ status }) => status === "refused");
    if (refused?.status === "refused") this.#refused(decisionRefusalWords(refused.reason));
  }

  #refused(message: string): void {
    this.#settle({});
    this.#world.complain(message);
  }

  /** What is shown: the decisions that the server has, and on top of them those that it does not know yet. */
  #settle(change: Partial<Pick<ReviewState, "draft" | "goldState">>): void {
    const { me, environment, alignment } = this.#world;
    const { waiting, saving } = this.#outbox;
    const undone = new Set(waiting.flatMap((act) => (act.kind === "undo" ? [act.id] : [])));
    const known = new Set(this.#confirmed.map(({ decision }) => decision.id));
    const pending = waiting.flatMap((act) => (act.kind === "decide" ? act.decisions : []));
    const decisions = [
      ...this.#confirmed,
      ...pending
        .filter(({ id }) => !known.has(id))
        .map((decision): DecisionView => ({
          decision,
          reviewer: me,
          at: environment.now(),
          seqs: {},
          contests: [],
        })),
    ].filter(({ decision }) => !undone.has(decision.id));
    this.#set({
      ...change,
      decisions,
      decided: decidedPoints(this.#state.points, decisionsIn(decisions), alignment),
      saving,
      waiting: waiting.length,
      canUndo: this.#lastOwn(decisions) !== undefined,
    });
  }

  #lastOwn(decisions: readonly DecisionView[]): DecisionView | undefined {
    return decisions.findLast(({ reviewer }) => reviewer?.id === this.#world.me.id);
  }

  #progressWords(): string {
    return `${this.#state.decided.size} of ${this.#state.points.length} decided.`;
  }

  #set(change: Partial<ReviewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const VERDICTS: Readonly<Record<AnnotationVerdict["kind"], string>> = {
  accept: "Accepted",
  "accept-both": "Accepted all readings",
  fix: "Corrected",
  reject: "Rejected",
  "nothing-here": "Nothing belongs here",
};

function decisionsIn(views: readonly DecisionView[]): readonly Decision[] {
  return views.map(({ decision }) => decision);
}
