import { escapeLiteral } from "pg";
import type { Access } from "@/lib/core/access/actor";
import type { Origin } from "@/lib/core/annotation/annotation";
import type { SetChoice } from "@/lib/core/exchange/set-choice";
import type { SourceRelation, SourceSpan, TrainingSource } from "@/lib/core/exchange/training-row";
import type { ProjectId } from "@/lib/core/ids";
import type { AttributeValues, Schema } from "@/lib/core/schema/schema";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";
import type { TextRow } from "./binary-rows";
import type { Snapshot } from "./snapshot";
import { visibleSets } from "./visible-sets";

export interface TrainingSelection {
  readonly sets: SetChoice;
  /** Null: any. */
  readonly states: readonly SetState[] | null;
  /** Whether documents without a chosen set come too. */
  readonly unannotated: boolean;
}

/** Every version of a project's schema, the newest first. */
export async function schemasOf(snapshot: Snapshot, projectId: ProjectId): Promise<readonly Schema[]> {
  const rows = await snapshot.query<{ version: number; body: Omit<Schema, "version"> }>(
    "select version, body from schema_version where project_id = $1 order by version desc",
    [projectId],
  );
  return rows.map(({ version, body }) => ({ ...body, version }));
}

/** What goes into a training file: documents by id, the sets of each by kind and owner. Nothing that `access` may not see. */
export async function* trainingSources(
  snapshot: Snapshot,
  access: Access,
  selection: TrainingSelection,
): AsyncGenerator<readonly TrainingSource[]> {
  for await (const rows of snapshot.rows(trainingQuery(access, selection))) yield rows.map(toSource);
}

/**
 * The lateral subquery reads the sets of one document at a time, by index, so that rows flow from the first moment
 * and nothing is sorted as a whole.
 */
function trainingQuery(access: Access, { sets, states, unannotated }: TrainingSelection): string {
  const inState =
    states === null ? "true" : `s.state in (${states.map((state) => escapeLiteral(state)).join(", ")})`;
  return `
    select d.id::text, d.external_id, d.text, d.text_sha256, d.title, d.source, d.url, d.published_at, d.language, d.extra::text,
      s.kind, s.annotator, s.state, s.schema_version::text, s.guideline_version::text, s.completed_at, s.spans, s.relations
    from document d
    ${unannotated ? "left join" : "join"} lateral (
      select s.kind, s.owner, s.state, s.schema_version, s.guideline_version, ${ISO("s.completed_at")} as completed_at,
        case s.kind when 'annotator' then u.name else nullif(s.owner, '') end as annotator, ${SPANS} as spans, ${RELATIONS} as relations
      from (
        select s.*, bool_or(s.kind = 'gold' and s.state = 'accepted') over () as settled
        from annotation_set s where s.project_id = d.project_id and s.document_id = d.id
      ) as s
      left join "user" u on u.id = s.annotator_id
      where ${chosen(sets)} and ${inState} and ${visibleSets(access)}
        and (s.state in ('submitted', 'accepted') or s.annotation_count > 0)
    ) as s on true
    where d.project_id = ${escapeLiteral(access.projectId)}::uuid and d.deleted_at is null
    order by d.id, s.kind, s.owner`;
}

function chosen(sets: SetChoice): string {
  switch (sets) {
    case "auto":
      return "case when s.settled then s.kind = 'gold' and s.state = 'accepted' else s.kind in ('annotator', 'shared') end";
    case "all":
      return "true";
    case "gold":
    case "annotator":
    case "shared":
    case "imported":
    case "suggested":
      return `s.kind = ${escapeLiteral(sets)}`;
  }
}

const ISO = (time: string) => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SPANS = `(select json_agg(json_build_array(a.id, a.start_at, a.end_at, a.label, a.quote, a.attributes, a.note, a.origin)
  order by a.start_at, a.end_at desc, a.id)::text
  from annotation a where a.project_id = s.project_id and a.set_id = s.id and not a.deleted)`;

/** A relation shows only while both its ends do. */
const RELATIONS = `(select json_agg(json_build_array(r.id, r.type, r.from_id, r.to_id, r.attributes) order by r.id)::text
  from relation r
  join annotation f on f.project_id = r.project_id and f.set_id = r.set_id and f.id = r.from_id and not f.deleted
  join annotation t on t.project_id = r.project_id and t.set_id = r.set_id and t.id = r.to_id and not t.deleted
  where r.project_id = s.project_id and r.set_id = s.id and not r.deleted)`;

type SpanRow = readonly [string, number, number, string, string, AttributeValues, string | null, Origin];
type RelationRow = readonly [string, string, string, string, AttributeValues];

function toSource(row: TextRow): TrainingSource {
  const [id, externalId, text, textSha256, title, source, url, publishedAt, language, extra, ...ofSet] = row;
  const [kind, annotator, state, schemaVersion, guidelineVersion, completedAt, spans, relations] = ofSet;
  return {
    document: {
      id: there(id),
      externalId: externalId ?? null,
      text: there(text),
      textSha256: there(textSha256),
      meta: {
        title: title ?? null,
        source: source ?? null,
        url: url ?? null,
        publishedAt: publishedAt ?? null,
        language: language ?? null,
        extra: JSON.parse(there(extra)) as Record<string, unknown>,
      },
    },
    set:
      kind == null
        ? null
        : {
            kind: kind as SetKind,
            annotator: annotator ?? null,
            state: state as SetState,
            schemaVersion: Number(schemaVersion),
            guidelineVersion: Number(guidelineVersion),
            completedAt: completedAt ?? null,
          },
    spans: (listOf(spans) as readonly SpanRow[]).map(toSpan),
    relations: (listOf(relations) as readonly RelationRow[]).map(toRelation),
  };
}

function toSpan([id, start, end, label, quote, attributes, note, origin]: SpanRow): SourceSpan {
  return { id, start, end, label, quote, attributes, note, origin };
}

function toRelation([id, type, from, to, attributes]: RelationRow): SourceRelation {
  return { id, type, from, to, attributes };
}

function listOf(json: string | null | undefined): unknown {
  return json == null ? [] : JSON.parse(json);
}

function there(value: string | null | undefined): string {
  if (value == null) throw new RangeError("a column that is never null is null");
  return value;
}
