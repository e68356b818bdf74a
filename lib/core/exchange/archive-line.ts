import type { Change } from "../annotation/change";
import type { OperationKind, Refusal } from "../annotation/operation";
import type { UserId } from "../ids";
import type { Schema } from "../schema/schema";
import type { ProjectMode } from "../workflow/project-mode";
import type { SetKind, SetState } from "../workflow/set-state";

/** How an archive calls people: by names that mean nothing outside of it, or by name and address. */
export const PEOPLE = ["pseudonyms", "addresses"] as const;
export type People = (typeof PEOPLE)[number];

/** A person's name within one archive: u1, u2 … in the order in which they first come up. */
export type PersonRef = string;

/** A moment as Postgres keeps it, in UTC with microseconds, so that it comes back the same: 2026-11-22T05:30:00.000000Z. */
export type Moment = string;

/**
 * The lines of an archive. What is a line's own is written with underscores; `body` and `change` are as on the wire
 * and in the log. Schemas, guidelines, documents, sets and operations follow one another in this order, each by id;
 * a person's line comes right before the first that names them.
 */
export type ArchiveLine =
  | HeaderLine
  | UserLine
  | SchemaLine
  | GuidelineLine
  | DocumentLine
  | SetLine
  | OperationLine<PersonRef>
  | EndLine;

export interface HeaderLine {
  readonly type: "archive";
  readonly format: typeof ARCHIVE_FORMAT;
  readonly version: typeof ARCHIVE_VERSION;
  readonly offset_unit: "codepoint";
  readonly mode: ProjectMode;
  readonly people: People;
}

export interface UserLine {
  readonly type: "user";
  readonly ref: PersonRef;
  readonly name: string | null;
  readonly email: string | null;
}

export interface SchemaLine {
  readonly type: "schema";
  readonly version: number;
  readonly body: Omit<Schema, "version">;
  readonly created_by: PersonRef | null;
  readonly created_at: Moment;
}

export interface GuidelineLine {
  readonly type: "guideline";
  readonly version: number;
  readonly markdown: string;
  readonly created_by: PersonRef | null;
  readonly created_at: Moment;
}

export interface DocumentLine {
  readonly type: "document";
  readonly id: string;
  readonly external_id: string | null;
  readonly title: string;
  readonly text: string;
  readonly text_sha256: string;
  readonly source: string | null;
  readonly url: string | null;
  readonly published_at: string | null;
  readonly language: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly created_by: PersonRef | null;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

export interface SetLine {
  readonly type: "set";
  readonly id: string;
  readonly document: string;
  readonly kind: SetKind;
  /** Whose work an imported set is, by the name that its file gave; empty for the other kinds. */
  readonly owner: string;
  readonly annotator: PersonRef | null;
  readonly state: SetState;
  readonly seq: number;
  readonly schema_version: number;
  readonly guideline_version: number;
  readonly completed_at: Moment | null;
  readonly created_at: Moment;
  readonly updated_at: Moment;
}

/** `Person` is how the line names people: by reference in a file, by user id in the database. */
export interface OperationLine<Person> {
  readonly type: "operation";
  readonly set: string;
  readonly seq: number;
  readonly id: string;
  readonly actor: Person | null;
  readonly kind: OperationKind;
  readonly target: string;
  readonly body: unknown;
  readonly body_hash: string;
  readonly group: string | null;
  readonly status: "ok" | "rejected";
  readonly reason: Refusal | null;
  readonly change: Change | null;
  readonly undoes: string | null;
  readonly origin: string;
  readonly at: Moment;
}

/** What a whole archive ends with: the number of lines before it, and the SHA-256 of their bytes. */
export interface EndLine {
  readonly type: "end";
  readonly rows: number;
  readonly sha256: string;
}

export const ARCHIVE_FORMAT = "triptych";
export const ARCHIVE_VERSION = 1;

/** The change with `createdBy` said otherwise: the one place inside of it that names a person. */
export function renamePeople(change: Change, rename: (person: UserId) => string): Change {
  if (change.of === "state" || change.created == null || change.created.createdBy === null) return change;
  const createdBy = rename(change.created.createdBy) as UserId;
  return change.of === "annotation"
    ? { ...change, created: { ...change.created, createdBy } }
    : { ...change, created: { ...change.created, createdBy } };
}
