import type { Permit } from "@/lib/core/access/rules";
import type { DocumentLine, GuidelineLine, SchemaLine } from "@/lib/core/exchange/archive-line";
import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";
import type { Queries, Tx } from "./client";
import { indexDocuments } from "./document-search";

type ArchivePermit = Permit<"project.archive">;

/** Whether the project has never held a document, not even one that is now in the trash. */
export async function isEmpty(queries: Queries, projectId: ProjectId): Promise<boolean> {
  return (await queries.document.findFirst({ where: { projectId }, select: { id: true } })) === null;
}

/** Takes away what a new project begins with, to make room for what an archive says. Nothing refers to it yet. */
export async function clearBeginnings(
  tx: Tx,
  { projectId }: ArchivePermit,
  mode: ProjectMode,
  at: Date,
): Promise<void> {
  await tx.schemaVersion.deleteMany({ where: { projectId } });
  await tx.guidelineVersion.deleteMany({ where: { projectId } });
  await tx.label.deleteMany({ where: { projectId } });
  await tx.relationType.deleteMany({ where: { projectId } });
  await tx.project.update({ where: { id: projectId }, data: { mode, updatedAt: at }, select: { id: true } });
}

export async function insertSchemaLine(
  tx: Tx,
  { projectId }: ArchivePermit,
  line: SchemaLine,
  createdBy: UserId | null,
): Promise<void> {
  await tx.$executeRaw`
    insert into schema_version (project_id, version, body, created_by, created_at)
    values (${projectId}::uuid, ${line.version}, ${JSON.stringify(line.body)}::jsonb, ${createdBy}::uuid, ${line.created_at}::timestamptz)`;
  const { labels, relationTypes } = line.body;
  await tx.label.createMany({ data: labels.map(({ key }) => ({ projectId, key })), skipDuplicates: true });
  await tx.relationType.createMany({
    data: relationTypes.map(({ key }) => ({ projectId, key })),
    skipDuplicates: true,
  });
}

export async function insertGuidelineLine(
  tx: Tx,
  { projectId }: ArchivePermit,
  line: GuidelineLine,
  createdBy: UserId | null,
): Promise<void> {
  await tx.$executeRaw`
    insert into guideline_version (project_id, version, markdown, created_by, created_at)
    values (${projectId}::uuid, ${line.version}, ${line.markdown}, ${createdBy}::uuid, ${line.created_at}::timestamptz)`;
}

/** A document as an archive tells it. */
export type ArchivedDocument = Omit<DocumentLine, "created_by"> & {
  readonly createdBy: UserId | null;
  readonly length: number;
};

export async function insertArchivedDocuments(
  tx: Tx,
  permit: Permit<"document.write">,
  documents: readonly ArchivedDocument[],
): Promise<void> {
  await tx.$executeRaw`
    insert into document (project_id, id, external_id, title, text, text_sha256, length, source, url, published_at, language, extra,
      created_by, created_at, updated_at)
    select ${permit.projectId}::uuid, * from unnest(
      ${documents.map((one) => one.id)}::uuid[], ${documents.map((one) => one.external_id)}::text[],
      ${documents.map((one) => one.title)}::text[], ${documents.map((one) => one.text)}::text[],
      ${documents.map((one) => one.text_sha256)}::text[], ${documents.map((one) => one.length)}::int[],
      ${documents.map((one) => one.source)}::text[], ${documents.map((one) => one.url)}::text[],
      ${documents.map((one) => one.published_at)}::text[], ${documents.map((one) => one.language)}::text[],
      ${documents.map((one) => JSON.stringify(one.extra))}::jsonb[], ${documents.map((one) => one.createdBy)}::uuid[],
      ${documents.map((one) => one.created_at)}::timestamptz[], ${documents.map((one) => one.updated_at)}::timestamptz[])`;
  await indexDocuments(
    tx,
    permit,
    documents.map(({ id, title, external_id: externalId, source, text }) => ({
      id: id as DocumentId,
      title,
      externalId,
      source,
      text,
    })),
  );
}

/** A set whose log is to come, and the text that it is about. */
export interface AwaitingSet {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  readonly state: SetState;
  readonly seq: number;
  readonly text: string;
}

export async function awaitingSets(
  queries: Queries,
  projectId: ProjectId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AwaitingSet>> {
  const rows = await queries.$queryRaw<AwaitingSet[]>`
    select s.id, s.document_id as "documentId", s.kind, s.state, s.seq, d.text from annotation_set s
    join document d on d.project_id = s.project_id and d.id = s.document_id
    where s.project_id = ${projectId}::uuid and s.id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

export async function setAnnotationCounts(
  tx: Tx,
  { projectId }: ArchivePermit,
  counts: readonly { readonly id: SetId; readonly live: number }[],
): Promise<void> {
  await tx.$executeRaw`
    update annotation_set s set annotation_count = n.live
    from unnest(${counts.map(({ id }) => id)}::uuid[], ${counts.map(({ live }) => live)}::int[]) as n(id, live)
    where s.project_id = ${projectId}::uuid and s.id = n.id`;
}

/** A set that stands where its log does not reach; null where all logs are whole. */
export async function setWithoutItsLog(queries: Queries, projectId: ProjectId): Promise<SetId | null> {
  const rows = await queries.$queryRaw<{ id: SetId }[]>`
    select s.id from annotation_set s where s.project_id = ${projectId}::uuid
      and s.seq <> (select count(*) from operation o where o.project_id = s.project_id and o.set_id = s.id) limit 1`;
  return rows[0]?.id ?? null;
}

/** Users by address, with whether they are members of the project. */
export async function usersByAddress(
  queries: Queries,
  projectId: ProjectId,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: UserId; readonly isMember: boolean }>> {
  const rows = await queries.$queryRaw<{ id: UserId; email: string; isMember: boolean }[]>`
    select u.id, u.email, m.user_id is not null as "isMember" from "user" u
    left join membership m on m.project_id = ${projectId}::uuid and m.user_id = u.id and m.removed_at is null
    where u.email = any(${addresses}::text[])`;
  return new Map(rows.map(({ email, ...user }) => [email, user]));
}

/** Makes somebody who did the work that an archive brings, but cannot sign in. */
export async function insertAbsentUser(
  tx: Tx,
  _permit: ArchivePermit,
  { at, ...user }: { readonly id: UserId; readonly name: string; readonly email: string; readonly at: Date },
): Promise<void> {
  await tx.user.create({ data: { ...user, createdAt: at, disabledAt: at }, select: { id: true } });
}
