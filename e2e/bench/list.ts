import type { DocumentFilter } from "@/lib/contracts/document";
import type { ProjectId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { contextOf, worldOf } from "@/lib/testing/world";
import type { Context } from "@/lib/usecases/context";
import { encodeCursor } from "@/lib/usecases/cursor";
import { listDocuments } from "@/lib/usecases/documents/list-documents";
import { percentile, type Figure } from "./figure";

const SMALL = 10_000;
const LARGE = 1_000_000;
const ROUNDS = 60;

/** What is listed, from which document on (a share of all), and what part of a project it selects. */
interface Case {
  readonly name: string;
  readonly filter: Partial<Omit<DocumentFilter, "limit" | "cursor">>;
  readonly from: "the start" | "anywhere";
}
const CASES: readonly Case[] = [
  { name: "all, first page", filter: {}, from: "the start" },
  { name: "all, any page", filter: {}, from: "anywhere" },
  { name: "submitted by me, first page", filter: { state: "submitted" }, from: "the start" },
  { name: "submitted by me, any page", filter: { state: "submitted" }, from: "anywhere" },
  { name: "not begun, any page", filter: { state: "none" }, from: "anywhere" },
  { name: "search: 40 documents", filter: { q: "fortieth7x" }, from: "the start" },
  { name: "search: each document", filter: { q: "every" }, from: "anywhere" },
  { name: "search: 1 % of the documents", filter: { q: "percent7x" }, from: "anywhere" },
  { name: "trash, first page", filter: { trash: true }, from: "the start" },
];

/**
 * Pages of the list in a project of 1,000,000 documents, against those in one of 10,000 beside it: what a page costs must
 * not depend on how much there is. The 95th percentile of both, through the use case.
 */
export async function benchList(db: Database): Promise<readonly Figure[]> {
  const ana = contextOf(db, await worldOf(db).person());
  const small = await aProject(ana, SMALL);
  const large = await aProject(ana, LARGE);
  await db.prisma.$executeRaw`vacuum analyze`;
  const figures: Figure[] = [];
  for (const one of CASES) {
    const baseline = percentile(await timesOf(ana, small, SMALL, one), 0.95);
    const ours = percentile(await timesOf(ana, large, LARGE, one), 0.95);
    figures.push({ what: `list, ${one.name}`, ours, baseline, unit: "ms", aim: "at most 2×" });
  }
  return figures;
}

async function timesOf(
  ctx: Context,
  projectId: ProjectId,
  size: number,
  { filter, from }: Case,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const place = Math.floor((size * round) / ROUNDS);
    const cursor = from === "anywhere" && place > 0 ? encodeCursor([idOf(place)]) : undefined;
    const started = performance.now();
    await listDocuments(ctx, { projectId, limit: 50, trash: false, ...filter, cursor });
    times.push(performance.now() - started);
  }
  return times;
}

/** Documents by the number of their arrival. Every tenth has a set of the person's, every hundredth lies in the trash. */
async function aProject({ db, actor }: Context, size: number): Promise<ProjectId> {
  const userId = actor.userId ?? "";
  const id = await worldOf(db).project();
  await db.prisma.$executeRaw`
    insert into document (project_id, id, external_id, title, text, text_sha256, length, source, created_at, updated_at, deleted_at)
    select ${id}::uuid, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'x-' || n, 'Document ' || n,
      repeat('Russia warned Washington. ', 20), repeat('0', 64), 520, 'AFP', now(), now(),
      case when n % 100 = 0 then now() - make_interval(secs => n) end
    from generate_series(1, ${size}::int) n`;
  await db.prisma.$executeRaw`
    insert into document_search (project_id, document_id, words)
    select project_id, id, (project_id || ' every russia warned washington document ' || right(external_id, -2)
      || ' percent' || right(external_id, -2)::int % 100 || 'x'
      || ' fortieth' || right(external_id, -2)::int % ${Math.floor(size / 40)}::int || 'x')::tsvector
    from document where project_id = ${id}::uuid and deleted_at is null`;
  await db.prisma.$executeRaw`
    insert into annotation_set (project_id, id, document_id, kind, owner, annotator_id, state, schema_version, guideline_version,
      created_at, updated_at)
    select project_id, gen_random_uuid(), id, 'annotator', ${userId}::text, ${userId}::uuid,
      (array['new', 'in_progress', 'submitted', 'returned', 'accepted'])[1 + right(external_id, -2)::int / 10 % 5], 1, 1, now(), now()
    from document where project_id = ${id}::uuid and right(external_id, -2)::int % 10 = 0`;
  await db.prisma.membership.create({
    data: { projectId: id, userId, role: "manager", createdAt: new Date() },
  });
  return id;
}

function idOf(place: number): string {
  return `01900000-0000-7000-8000-${place.toString(16).padStart(12, "0")}`;
}
