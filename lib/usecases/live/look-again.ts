import type { Access, Credential } from "@/lib/core/access/actor";
import { canWithSet } from "@/lib/core/access/rules";
import type { DocumentId, SetId } from "@/lib/core/ids";
import { keyText, type DocumentKey } from "@/lib/core/live/document-key";
import { stepsOf } from "@/lib/core/live/steps";
import type { Frame } from "@/lib/contracts/live";
import type { Database } from "@/lib/db/client";
import { headsOf, rolesOf, stretchesOf, type LogStretch, type SetHead } from "@/lib/db/live-repository";
import { toRecord } from "../sets/operation-record";

/** Somebody who follows a document, and how far they have been told. */
export interface Following {
  readonly access: Access;
  readonly documentId: DocumentId;
  readonly credential: Credential;
  readonly epoch: string;
  readonly seqs: ReadonlyMap<SetId, number>;
}

/** What there is to tell somebody. */
export type News =
  /** They may not read any more, or not as they could. */
  | { readonly kind: "revoked" }
  /** What they were told does not hold any more: the installation was restored. */
  | { readonly kind: "resync" }
  | {
      readonly kind: "news";
      readonly visible: ReadonlySet<SetId>;
      readonly hidden: readonly SetId[];
      readonly frames: readonly Frame[];
      /** There is more than fits among what is told to everybody: they must be led by themselves. */
      readonly isFarBehind: boolean;
    };

/** Up to here a log is read for everybody at once. */
const NEAR = 500;

/**
 * Looks at many followed documents at once, in three statements however many follow them. Each is told what they may
 * read and nothing of the rest; whether they may is asked last, after everything has been read.
 * @returns the news in the order of `following`
 */
export async function lookAgain(
  db: Database,
  following: readonly Following[],
  now: Date,
): Promise<readonly News[]> {
  const places = new Map(following.map((one) => [keyText(placeOf(one)), placeOf(one)]));
  const { epoch, sets } = await headsOf(db, [...places.values()]);
  const setsAt = grouped(sets, keyText);
  const views = following.map((one) => viewOf(one, epoch, setsAt.get(keyText(placeOf(one))) ?? []));
  const frameOf = await readFrames(
    db,
    views.flatMap((view) => view?.near ?? []),
  );
  const claims = following.map((one) => ({ ...placeOf(one), credential: one.credential }));
  const roles = await rolesOf(db, claims, now);
  return following.map(({ access }, index): News => {
    const view = views[index] ?? null;
    if (roles[index] !== access.role) return { kind: "revoked" };
    if (view === null) return { kind: "resync" };
    const { visible, hidden, near, isFarBehind } = view;
    return { kind: "news", visible, hidden, frames: near.map(frameOf), isFarBehind };
  });
}

interface View {
  readonly visible: ReadonlySet<SetId>;
  readonly hidden: readonly SetId[];
  readonly near: readonly LogStretch[];
  readonly isFarBehind: boolean;
}

/** Null where what was told lies on another time line, or ahead of this one. */
function viewOf(
  { access, seqs, epoch: own }: Following,
  epoch: string,
  sets: readonly SetHead[],
): View | null {
  const visible = sets.filter((set) => canWithSet(access, "set.read", set));
  if (own !== epoch || visible.some(({ id, seq }) => seq < (seqs.get(id) ?? 0))) return null;
  const { hidden, unseen, behind } = stepsOf(seqs, visible);
  const near = behind.filter(({ from, to }) => to - from <= NEAR);
  return {
    visible: new Set(visible.map(({ id }) => id)),
    hidden,
    near: near.map((stretch) => ({ ...stretch, projectId: access.projectId })),
    isFarBehind: unseen.length > 0 || near.length < behind.length,
  };
}

/** Reads each set once, as far back as anybody needs. Readers who stand at the same place share a frame. */
async function readFrames(
  db: Database,
  stretches: readonly LogStretch[],
): Promise<(stretch: LogStretch) => Frame> {
  const nameOf = ({ projectId, set }: LogStretch) => `${projectId} ${set}`;
  const longest = new Map<string, LogStretch>();
  for (const stretch of stretches) {
    const known = longest.get(nameOf(stretch));
    if (known === undefined || stretch.from < known.from) longest.set(nameOf(stretch), stretch);
  }
  const logs = longest.size === 0 ? [] : await stretchesOf(db, [...longest.values()]);
  const logOf = new Map([...longest.keys()].map((name, index) => [name, logs[index] ?? []]));
  const made = new Map<string, Frame>();
  return (stretch) => {
    const { set, from, to } = stretch;
    const key = `${nameOf(stretch)} ${from}`;
    const log = logOf.get(nameOf(stretch)) ?? [];
    const frame = made.get(key) ?? {
      set,
      from,
      to,
      operations: log.filter(({ seq }) => seq > from).map(toRecord),
    };
    made.set(key, frame);
    return frame;
  };
}

function placeOf({ access, documentId }: Following): DocumentKey {
  return { projectId: access.projectId, documentId };
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
