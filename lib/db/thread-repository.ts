import type { SetPermit } from "@/lib/core/access/rules";
import type { AnnotationId, CommentId, ProjectId, SetId, ThreadId, UserId } from "@/lib/core/ids";
import type { SqlQueries } from "./client";

interface Person {
  readonly id: UserId;
  readonly name: string;
}

export interface StoredThread {
  readonly id: ThreadId;
  readonly setId: SetId;
  readonly annotationId: AnnotationId | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
  readonly section: string | null;
  readonly resolver: Person | null;
  readonly resolvedAt: string | null;
  readonly comments: readonly {
    readonly id: CommentId;
    readonly author: Person | null;
    readonly text: string;
    readonly mentions: readonly UserId[];
    readonly at: string;
  }[];
  /** Whether somebody else than the reader has written since they looked. */
  readonly isUnread: boolean;
}

/** The conversations about a set, those that are open first, then the oldest first. */
export async function threadsOf(
  queries: SqlQueries,
  {
    projectId,
    setId,
    reader,
  }: { readonly projectId: ProjectId; readonly setId: SetId; readonly reader: UserId | null },
): Promise<readonly StoredThread[]> {
  const rows = await queries.$queryRaw<(Omit<StoredThread, "resolvedAt"> & { resolvedAt: Date | null })[]>`
    select t.id, t.set_id as "setId", t.annotation_id as "annotationId", t.start_at as start, t.end_at as "end", t.quote, t.section,
      case when r.id is null then null else jsonb_build_object('id', r.id, 'name', r.name) end as resolver,
      t.resolved_at as "resolvedAt",
      (select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'mentions', to_jsonb(c.mentions),
          'at', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'author', case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end)
          order by c.created_at, c.id)
        from comment c left join "user" a on a.id = c.author_id
        where c.project_id = t.project_id and c.thread_id = t.id) as comments,
      exists (select from comment c where c.project_id = t.project_id and c.thread_id = t.id
        and c.author_id is distinct from ${reader}::uuid and c.created_at > coalesce(s.at, '-infinity')) as "isUnread"
    from thread t left join "user" r on r.id = t.resolved_by
    left join thread_seen s on s.project_id = t.project_id and s.thread_id = t.id and s.user_id = ${reader}::uuid
    where t.project_id = ${projectId}::uuid and t.set_id = ${setId}::uuid
    order by t.resolved_at is not null, t.created_at, t.id`;
  return rows.map(({ resolvedAt, ...row }) => ({ ...row, resolvedAt: resolvedAt?.toISOString() ?? null }));
}

export interface NewThreadRow {
  readonly id: ThreadId;
  readonly annotationId: AnnotationId | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
  readonly section: string | null;
  readonly at: Date;
}

/** @returns false where there is a thread of that id, and nothing was written */
export async function insertThread(
  tx: SqlQueries,
  { projectId, setId, actorId }: SetPermit<"set.discuss">,
  thread: NewThreadRow,
): Promise<boolean> {
  const made = await tx.$queryRaw<unknown[]>`
    insert into thread (project_id, id, set_id, annotation_id, start_at, end_at, quote, section, created_by, created_at)
    values (${projectId}::uuid, ${thread.id}::uuid, ${setId}::uuid, ${thread.annotationId}::uuid, ${thread.start}, ${thread.end},
      ${thread.quote}, ${thread.section}, ${actorId}::uuid, ${thread.at})
    on conflict (project_id, id) do nothing returning 1`;
  return made.length > 0;
}

export interface NewCommentRow {
  readonly id: CommentId;
  readonly threadId: ThreadId;
  readonly text: string;
  readonly mentions: readonly UserId[];
  readonly at: Date;
}

/** Once however often it is sent; a comment on a thread of another set is not stored. */
export async function insertComment(
  tx: SqlQueries,
  { projectId, setId, actorId }: SetPermit<"set.discuss">,
  comment: NewCommentRow,
): Promise<void> {
  await tx.$executeRaw`
    insert into comment (project_id, id, thread_id, author_id, text, mentions, created_at)
    select t.project_id, ${comment.id}::uuid, t.id, ${actorId}::uuid, ${comment.text}, ${[...comment.mentions]}::uuid[], ${comment.at}
    from thread t where t.project_id = ${projectId}::uuid and t.set_id = ${setId}::uuid and t.id = ${comment.threadId}::uuid
    on conflict (project_id, id) do nothing`;
}

/** @returns false where the set has no such thread */
export async function writeResolved(
  tx: SqlQueries,
  { projectId, setId, actorId }: SetPermit<"set.discuss">,
  { id, resolved, at }: { readonly id: ThreadId; readonly resolved: boolean; readonly at: Date },
): Promise<boolean> {
  const done = await tx.$executeRaw`
    update thread set resolved_at = case when ${resolved} then coalesce(resolved_at, ${at}) end,
      resolved_by = case when ${resolved} then coalesce(resolved_by, ${actorId}::uuid) end
    where project_id = ${projectId}::uuid and set_id = ${setId}::uuid and id = ${id}::uuid`;
  return done > 0;
}

/** The reader has looked at every conversation about the set. */
export async function markSeen(
  tx: SqlQueries,
  { projectId, setId, actorId }: SetPermit<"set.read">,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    insert into thread_seen (project_id, thread_id, user_id, at)
    select t.project_id, t.id, ${actorId}::uuid, ${at} from thread t
    where t.project_id = ${projectId}::uuid and t.set_id = ${setId}::uuid order by t.id
    on conflict (project_id, thread_id, user_id) do update set at = greatest(thread_seen.at, excluded.at)`;
}

/** The members of the project, each with what they may do: who can be spoken to. */
export async function membersOf(
  queries: SqlQueries,
  projectId: ProjectId,
): Promise<readonly (Person & { readonly role: "manager" | "reviewer" | "annotator" | "viewer" })[]> {
  return queries.$queryRaw`
    select u.id, u.name, m.role from membership m join "user" u on u.id = m.user_id and u.disabled_at is null
    where m.project_id = ${projectId}::uuid and m.removed_at is null order by u.name, u.id`;
}
