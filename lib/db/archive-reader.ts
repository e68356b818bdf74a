import { escapeLiteral } from "pg";
import type {
  DocumentLine,
  GuidelineLine,
  OperationLine,
  SchemaLine,
  SetLine,
} from "@/lib/core/exchange/archive-line";
import type { Change } from "@/lib/core/annotation/change";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { TextRow } from "./binary-rows";
import type { Snapshot } from "./snapshot";

/** A line of an archive as the database has it: people by user id. */
export type StoredLine = SchemaLine | GuidelineLine | DocumentLine | SetLine | OperationLine<UserId>;

export interface Person {
  readonly name: string;
  readonly email: string;
}

export async function modeIn(snapshot: Snapshot, projectId: ProjectId): Promise<ProjectMode> {
  const rows = await snapshot.query<{ mode: ProjectMode }>("select mode from project where id = $1", [
    projectId,
  ]);
  if (rows[0] === undefined) throw new RangeError(`no project ${projectId}`);
  return rows[0].mode;
}

export async function allPeople(snapshot: Snapshot): Promise<ReadonlyMap<string, Person>> {
  const rows = await snapshot.query<Person & { id: string }>('select id, name, email from "user"', []);
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

/** All that an archive holds of a project, without what is in its trash: schemas, guidelines, documents, sets, operations. */
export async function* storedLines(snapshot: Snapshot, projectId: ProjectId): AsyncGenerator<StoredLine> {
  for (const { query, line } of sectionsOf(escapeLiteral(projectId))) {
    for await (const rows of snapshot.rows(query)) {
      for (const row of rows) yield line(row);
    }
  }
}

interface Section {
  readonly query: string;
  readonly line: (row: TextRow) => StoredLine;
}

const MOMENT = (time: string) => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const sectionsOf = (project: string): readonly Section[] => [
  {
    query: `select version::text, (body - 'version')::text, created_by::text, ${MOMENT("created_at")}
      from schema_version where project_id = ${project} order by version`,
    line: ([version, body, created_by = null, created_at]) => ({
      type: "schema",
      version: Number(version),
      body: json(body) as SchemaLine["body"],
      created_by,
      created_at: there(created_at),
    }),
  },
  {
    query: `select version::text, markdown, created_by::text, ${MOMENT("created_at")}
      from guideline_version where project_id = ${project} order by version`,
    line: ([version, markdown, created_by = null, created_at]) => ({
      type: "guideline",
      version: Number(version),
      markdown: there(markdown),
      created_by,
      created_at: there(created_at),
    }),
  },
  {
    query: `select id::text, external_id, title, text, text_sha256, source, url, published_at, language, extra::text, created_by::text,
        ${MOMENT("created_at")}, ${MOMENT("updated_at")}
      from document where project_id = ${project} and deleted_at is null order by id`,
    line: toDocumentLine,
  },
  {
    query: `select s.id::text, s.document_id::text, s.kind, s.owner, s.annotator_id::text, s.state, s.seq::text, s.schema_version::text,
        s.guideline_version::text, ${MOMENT("s.completed_at")}, ${MOMENT("s.created_at")}, ${MOMENT("s.updated_at")}
      from annotation_set s
      join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
      where s.project_id = ${project} order by s.id`,
    line: toSetLine,
  },
  {
    query: `select o.set_id::text, o.seq::text, o.id::text, o.actor_id::text, o.kind, o.target_id::text, o.body::text, o.body_hash,
        o.group_id::text, o.status, o.reason, o.change::text, o.undoes::text, o.origin, ${MOMENT("o.at")}
      from operation o
      join annotation_set s on s.project_id = o.project_id and s.id = o.set_id
      join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
      where o.project_id = ${project} order by o.set_id, o.seq`,
    line: toOperationLine,
  },
];

function toDocumentLine(row: TextRow): DocumentLine {
  const [
    id,
    external_id = null,
    title,
    text,
    text_sha256,
    source = null,
    url = null,
    published_at = null,
    ...more
  ] = row;
  const [language = null, extra, created_by = null, created_at, updated_at] = more;
  return {
    type: "document",
    id: there(id),
    external_id,
    title: there(title),
    text: there(text),
    text_sha256: there(text_sha256),
    source,
    url,
    published_at,
    language,
    extra: json(extra) as DocumentLine["extra"],
    created_by,
    created_at: there(created_at),
    updated_at: there(updated_at),
  };
}

function toSetLine(row: TextRow): SetLine {
  const [
    id,
    document,
    kind,
    owner,
    annotator = null,
    state,
    seq,
    schema_version,
    guideline_version,
    ...times
  ] = row;
  const [completed_at = null, created_at, updated_at] = times;
  return {
    type: "set",
    id: there(id),
    document: there(document),
    kind: there(kind) as SetLine["kind"],
    // The owner of an annotator's set is the annotator, who goes by another name in an archive.
    owner: annotator === null ? there(owner) : "",
    annotator,
    state: there(state) as SetLine["state"],
    seq: Number(seq),
    schema_version: Number(schema_version),
    guideline_version: Number(guideline_version),
    completed_at,
    created_at: there(created_at),
    updated_at: there(updated_at),
  };
}

function toOperationLine(row: TextRow): OperationLine<UserId> {
  const [
    set,
    seq,
    id,
    actor = null,
    kind,
    target,
    body,
    body_hash,
    group = null,
    status,
    reason = null,
    change,
    ...more
  ] = row;
  const [undoes = null, origin, at] = more;
  return {
    type: "operation",
    set: there(set),
    seq: Number(seq),
    id: there(id),
    actor: actor as UserId | null,
    kind: there(kind) as OperationLine<UserId>["kind"],
    target: there(target),
    body: json(body),
    body_hash: there(body_hash),
    group,
    status: status === "ok" ? "ok" : "rejected",
    reason: reason as OperationLine<UserId>["reason"],
    change: change == null ? null : (json(change) as Change),
    undoes,
    origin: there(origin),
    at: there(at),
  };
}

function json(source: string | null | undefined): unknown {
  return JSON.parse(there(source));
}

function there(value: string | null | undefined): string {
  if (value == null) throw new RangeError("a column that is never null is null");
  return value;
}
