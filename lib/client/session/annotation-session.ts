import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Rules, Stamp } from "@/lib/core/annotation/decide";
import type { Operation, Refusal } from "@/lib/core/annotation/operation";
import {
  acknowledge,
  perform,
  receive,
  resume,
  viewOf,
  withdraw,
  type Session,
} from "@/lib/core/annotation/session";
import type { Overtaken } from "@/lib/core/annotation/overtaken";
import type { UserId, OperationId } from "@/lib/core/ids";
import { isEditable } from "@/lib/core/workflow/set-state";
import { setFromSnapshot } from "@/lib/contracts/set-from-snapshot";
import type { Frame } from "@/lib/contracts/live";
import type { SetSnapshot } from "@/lib/contracts/set";
import type { BatchAnswer } from "@/lib/contracts/operation-answers";
import type { OperationRecord } from "@/lib/contracts/operations";
import type { Reply } from "../api/reply";
import { LOG_PAGE, type SetApi } from "../api/set-api";
import { revive } from "./bring-back";
import { closedReason, type ClosedReason } from "./closed";
import type { Channel, Environment } from "./environment";
import { intentOf, operationsOf, type Intent } from "./intent";
import { KeptWork } from "./kept-work";
import { Outbox } from "./outbox";
import { OvertakenWatch } from "./overtaken-watch";
import { OwnLog } from "./own-log";
import { saveKind, type SaveState } from "./save-state";
import { noteOf } from "./note-of";
import type { Kept, RefusalNote, Shelf } from "./shelf";

export interface SessionState {
  /** The set as this person sees it. */
  readonly set: AnnotationSet;
  /** What the server has not answered, the oldest first. */
  readonly pending: readonly Operation[];
  /** What it did not take, until somebody tries again or throws it away. */
  readonly refused: readonly Kept[];
  /** What others have replaced of what this person did here, until they have decided about it. */
  readonly overtaken: readonly Overtaken[];
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What those are called who made what is in the set, as far as is known. */
  readonly names: ReadonlyMap<UserId, string>;
}

export type Performed =
  | {
      readonly ok: true;
      readonly operations: readonly Operation[];
      readonly before: AnnotationSet;
      readonly after: AnnotationSet;
    }
  | { readonly ok: false; readonly reason: Refusal | ClosedReason };

export interface SessionParts {
  readonly snapshot: SetSnapshot;
  readonly userId: UserId;
  readonly rules: Rules;
  readonly api: SetApi;
  readonly shelf: Shelf;
  /** Whether the shelf outlives the page. */
  readonly hasStorage: boolean;
  readonly environment: Environment;
}

/** Whether this person can change the set: its state says so, and nobody has closed it to them. */
export function isChangeable({ set, save }: Pick<SessionState, "set" | "save">): boolean {
  return isEditable(set.state) && save.closed === null;
}

/** How far back the log is read for undo. */
const MEMORY = 500;

/**
 * One person's work on one set, in one page: shows every act at once, keeps it on the device, sends it, and follows
 * the log. Listeners are called after each change; `state` is a value and is the same until then.
 */
export class AnnotationSession {
  readonly #parts: SessionParts;
  readonly #outbox: Outbox;
  readonly #channel: Channel;
  readonly #own: OwnLog;
  readonly #watch: OvertakenWatch;
  readonly #listeners = new Set<() => void>();
  readonly #kept: KeptWork;
  #closed: ClosedReason | null = null;
  #epoch: string;
  #names: ReadonlyMap<UserId, string>;
  #session: Session;
  #view: AnnotationSet;
  #state: SessionState;

  constructor(parts: SessionParts) {
    const { snapshot, userId, environment, shelf } = parts;
    this.#parts = parts;
    this.#own = new OwnLog(userId);
    this.#watch = new OvertakenWatch(userId);
    this.#epoch = snapshot.epoch;
    this.#names = namesOf(snapshot.people);
    this.#session = { confirmed: setFromSnapshot(snapshot), pending: [] };
    this.#view = this.#session.confirmed;
    const name = `triptych ${userId} ${snapshot.id}`;
    this.#outbox = new Outbox(
      name,
      {
        waiting: () => this.#waiting(),
        send: (operations) => parts.api.send(operations),
        answered: (operations, answer) => this.#answered(operations, answer),
        closed: (reason) => this.#close(reason),
        refused: (notes) => this.#refuse(notes),
      },
      environment,
      () => this.#changed(),
    );
    this.#channel = environment.channel(name);
    this.#channel.onPost(() => void this.refresh());
    this.#kept = new KeptWork({
      shelf,
      now: () => environment.now(),
      moved: () => this.#channel.post(),
      changed: () => this.#changed(),
    });
    this.#state = this.#derive();
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Does what the person wants as one act, at once; or nothing of it, and says why. */
  perform(intents: readonly Intent[]): Performed {
    const { environment, rules } = this.#parts;
    if (this.#closed !== null) return { ok: false, reason: this.#closed };
    const operations = operationsOf(intents, environment);
    const before = this.#view;
    const done = perform(this.#session, before, operations, this.#stamp(), rules);
    if ("reason" in done) return { ok: false, reason: done.reason };
    this.#session = done.session;
    this.#view = done.view;
    const kept = this.#kept.keep(operations);
    this.#changed();
    // It is sent even where it could not be stored.
    void kept.then(() => this.#outbox.wake());
    return { ok: true, operations, before, after: done.view };
  }

  /** Takes back the newest act that is still one's own to take back; null where there is none. */
  undo(): Performed | null {
    return this.#reverse("undo");
  }

  redo(): Performed | null {
    return this.#reverse("redo");
  }

  /** Brings in what lies on the shelf and what the server knows meanwhile. Call at the start and when the page is shown again. */
  async refresh(): Promise<void> {
    await this.#readShelf();
    await this.#readLog();
    this.#outbox.wake();
  }

  /** Takes what the server tells of the log by itself. What is missing before it is read. */
  async takeFrame({ set, from, operations }: Frame): Promise<void> {
    const { id, seq } = this.#session.confirmed;
    if (set !== id) return;
    if (from > seq || !this.#own.isRead) await this.#readLog();
    else this.#take(operations);
  }

  /** Takes the set as it stands on the server, also where the server has gone back: it was restored to an earlier time. */
  async takeSnapshot(snapshot: SetSnapshot): Promise<void> {
    const { id, seq } = this.#session.confirmed;
    if (snapshot.id !== id || (snapshot.epoch === this.#epoch && snapshot.seq === seq)) return;
    this.#epoch = snapshot.epoch;
    this.#names = new Map([...this.#names, ...namesOf(snapshot.people)]);
    this.#own.forget();
    this.#watch.forget();
    this.#follow({ ...this.#session, confirmed: setFromSnapshot(snapshot) });
    await this.#readLog();
    this.#outbox.wake();
  }

  /** Tries at once to send: the connection is back, the person signed in again, or the document may be. */
  retry(): void {
    // Whether one may write again only an attempt can tell.
    if (this.#closed === "rights") this.#reopen();
    else if (this.#closed === null) this.#outbox.retry();
    else void this.refresh();
  }

  /**
   * Does refused operations again, under ids of their own; `restoring`: after what they are about has been brought
   * back where it was deleted. @returns why that cannot be, if it cannot.
   */
  tryAgain(
    ids: ReadonlySet<OperationId>,
    how: "as they are" | "restoring" = "as they are",
  ): Refusal | ClosedReason | null {
    if (ids.size === 0) return null;
    const again = this.#kept.refused.map(({ operation }) => operation).filter(({ id }) => ids.has(id));
    const restored = how === "as they are" ? [] : revive(again, this.#view);
    const done = this.perform([...restored, ...again.map(intentOf)]);
    if (!done.ok) return done.reason;
    this.discard(ids);
    return null;
  }

  discard(ids: ReadonlySet<OperationId>): void {
    this.#kept.discard(ids);
    this.#changed();
  }

  /** Leaves what others made of it: the person has seen it. */
  keepTheirs(overtaken: readonly Overtaken[]): void {
    this.#watch.dismiss(overtaken);
    this.#changed();
  }

  historyOf(target: string): ReturnType<SetApi["historyOf"]> {
    return this.#parts.api.historyOf(target);
  }

  /** The log from the beginning, for looking back. */
  async wholeLog(): Promise<Reply<readonly OperationRecord[]>> {
    const all: OperationRecord[] = [];
    for (;;) {
      const reply = await this.#parts.api.log(all.length);
      if (reply.kind !== "ok") return reply;
      all.push(...reply.value);
      if (reply.value.length < LOG_PAGE) return { kind: "ok", value: all };
    }
  }

  close(): void {
    this.#outbox.close();
    this.#channel.close();
    this.#listeners.clear();
  }

  #reverse(which: "undo" | "redo"): Performed | null {
    const act = this.#own.history(this.#session.pending)[which].at(-1);
    if (act === undefined) return null;
    const done = this.perform(act.toReversed().map((target): Intent => ({ kind: "undo", target, body: {} })));
    if (!done.ok && this.#closed === null) this.#own.giveUp(act);
    this.#changed();
    return done;
  }

  async #waiting(): Promise<readonly Operation[]> {
    await this.#readShelf();
    return this.#session.pending;
  }

  /** Takes over what an earlier visit or another page left. */
  async #readShelf(): Promise<void> {
    const found = await this.#kept.read();
    const { pending } = this.#session;
    const known = new Set(pending.map(({ id }) => id));
    const isNews =
      found !== null &&
      (found.waiting.some(({ id }) => !known.has(id)) || pending.some(({ id }) => found.aside.has(id)));
    if (isNews) this.#follow(withdraw(resume(this.#session, found.waiting), found.aside));
    else this.#changed();
  }

  async #answered(operations: readonly Operation[], answer: BatchAnswer): Promise<boolean> {
    // What was taken before was not taken at the time of this answer: the log knows when.
    const isOld = (answer.replayed ?? []).length > 0;
    const moved = isOld
      ? null
      : acknowledge(this.#session, answer.results, this.#stamp(answer.at), this.#parts.rules);
    if (moved === null) return (await this.#readLog()) && operations.every(({ id }) => !this.#isPending(id));
    this.#own.landed(operations, answer.results);
    this.#watch.landed(answer.results.map(({ seq }) => seq));
    this.#follow(moved.session);
    await this.#refuse(
      new Map(moved.refused.map(({ operation, reason }) => [operation.id, noteOf(reason)])),
      operations,
    );
    this.#kept.drop(answer.results.filter(({ status }) => status === "ok").map(({ id }) => id));
    return true;
  }

  /** Reads the log from where this page stands (at first: from further back). @returns whether it could. */
  async #readLog(): Promise<boolean> {
    const { api } = this.#parts;
    for (;;) {
      const { seq } = this.#session.confirmed;
      const reply = await api.log(this.#own.isRead ? seq : Math.max(0, seq - MEMORY));
      if (reply.kind === "refused") {
        const reason = closedReason(reply);
        if (reason !== null) this.#close(reason);
      }
      if (reply.kind !== "ok") return false;
      if (this.#closed === "trash" || this.#closed === "gone") this.#reopen();
      this.#take(reply.value);
      if (reply.value.length < LOG_PAGE) return true;
    }
  }

  #take(records: readonly OperationRecord[]): void {
    this.#own.read(records);
    this.#learnNames(records);
    const waiting = this.#session.pending;
    const { seq: known } = this.#session.confirmed;
    this.#watch.landed(records.filter(({ id }) => this.#isPending(id)).map(({ seq }) => seq));
    this.#watch.read(records.filter(({ seq }) => seq > known));
    const entries = records.map(({ id, seq, actor, change, undoes, reason }) => ({
      id,
      seq,
      actorId: actor?.id ?? null,
      change,
      undoes,
      reason,
    }));
    const { session, refused } = receive(this.#session, entries);
    this.#follow(session);
    void this.#refuse(
      new Map(refused.map(({ operation, reason }) => [operation.id, noteOf(reason)])),
      waiting,
    );
    this.#kept.drop(records.filter(({ status }) => status === "ok").map(({ id }) => id));
  }

  /** Nothing is taken any more: what waits is kept, and nothing is added to it. */
  #close(reason: ClosedReason): void {
    this.#closed = reason;
    this.#changed();
  }

  #reopen(): void {
    this.#closed = null;
    this.#changed();
    this.#outbox.retry();
  }

  #learnNames(records: readonly OperationRecord[]): void {
    const people = records.flatMap(({ actor }) => actor ?? []);
    if (people.every(({ id, name }) => this.#names.get(id) === name)) return;
    this.#names = new Map([...this.#names, ...namesOf(people)]);
  }

  /** Sets operations aside, with the reason, for the person to look at. `among`: where they are found. */
  async #refuse(
    notes: ReadonlyMap<OperationId, RefusalNote>,
    among: readonly Operation[] = this.#session.pending,
  ): Promise<void> {
    if (notes.size === 0) return;
    const { ids, stored } = this.#kept.setAside(notes, among);
    this.#follow(withdraw(this.#session, ids));
    await stored;
  }

  #isPending(id: OperationId): boolean {
    return this.#session.pending.some((operation) => operation.id === id);
  }

  #stamp(at = this.#parts.environment.now()): Stamp {
    return { actorId: this.#parts.userId, at, origin: "human" };
  }

  #follow(session: Session): void {
    this.#session = session;
    this.#view = viewOf(session, this.#stamp(), this.#parts.rules);
    this.#changed();
  }

  #changed(): void {
    this.#state = this.#derive();
    for (const listener of this.#listeners) listener();
  }

  #derive(): SessionState {
    const { pending } = this.#session;
    const { undo, redo } = this.#own.history(pending);
    const { refused, isRead } = this.#kept;
    return {
      set: this.#view,
      pending,
      refused,
      overtaken: this.#watch.known,
      save: {
        kind: saveKind(this.#outbox.state, pending.length, isRead, this.#closed),
        closed: this.#closed,
        waiting: pending.length,
        refused: refused.length,
        isOnDevice: this.#parts.hasStorage && this.#kept.holds(pending),
        hasStorage: this.#parts.hasStorage,
      },
      canUndo: undo.length > 0,
      canRedo: redo.length > 0,
      names: this.#names,
    };
  }
}

function namesOf(people: SetSnapshot["people"]): ReadonlyMap<UserId, string> {
  return new Map(people.map(({ id, name }) => [id, name]));
}
