import type { DocumentFilter } from "@/lib/contracts/document";
import type { ProjectId } from "@/lib/core/ids";
import { SET_STATES } from "@/lib/core/workflow/set-state";
import type { Database } from "@/lib/db/client";
import { contextOf, worldOf } from "@/lib/testing/world";
import type { Context } from "@/lib/usecases/context";
import { encodeCursor } from "@/lib/usecases/cursor";
import { listDocuments } from "@/lib/usecases/documents/list-documents";
import { percentile, type Figure } from "./figure";

const SMALL = 10_000;
const LARGE = 1_000_000;
const ROUNDS = 30;

/** What is listed, and from which document on: a share of all. */
interface Case {
  readonly name: string;
  readonly filter: Filter;
  readonly from: "the start" | "anywhere";
}
type Filter = Partial<Omit<DocumentFilter, "limit" | "cursor">>;

const STATES = [...SET_STATES, "none"] as const;

/** What people type, and how much of a project it finds. */
const SEARCHES: Readonly<Record<string, string>> = {
  "each document": "every",
  "1 % of the documents": "percent7x",
  "40 documents": "fortieth7x",
  "no document": "nowhere",
  "words that are frequent each": "russia warned washington",
  "a frequent word and a rare one": "every fortieth7x",
  "a frequent word and the beginning of a rare one": "every fortieth7",
  "the beginning of a frequent word": "wash",
  "one document by its id": "id4321x",
};

/** Every filter by itself, at both ends of the list and in between, and the searches with each state beside them. */
const CASES: readonly Case[] = [
  { name: "all", filter: {} },
  ...STATES.map((state) => ({ name: state, filter: { state } })),
  ...Object.entries(SEARCHES).map(([finds, q]) => ({ name: `search: ${finds}`, filter: { q } })),
  ...STATES.map((state) => ({ name: `search: each document, ${state}`, filter: { q: "every", state } })),
  ...STATES.map((state) => ({ name: `search: 40 documents, ${state}`, filter: { q: "fortieth7x", state } })),
  { name: "trash", filter: { trash: true } },
  { name: "trash, search: each document", filter: { trash: true, q: "document" } },
  { name: "trash, search: one document", filter: { trash: true, q: "4300" } },
].flatMap(({ name, filter }: Omit<Case, "from">): Case[] => [
  { name: `${name}, first page`, filter, from: "the start" },
  { name: `${name}, any page`, filter, from: "anywhere" },
]);

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
  const measure = async (what: string, one: Case) => {
    const baseline = percentile(await timesOf(ana, small, SMALL, one), 0.95);
    const ours = percentile(await timesOf(ana, large, LARGE, one), 0.95);
    figures.push({ what: `${what}, ${one.name}`, ours, baseline, unit: "ms", aim: "at most 2×" });
  };
  for (const one of CASES) await measure("list", one);
  await db.prisma.project.updateMany({ where: { id: { in: [small, large] } }, data: { mode: "shared" } });
  for (const one of CASES.filter(({ filter }) => filter.state !== undefined))
    await measure("shared work", one);
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
    const isBehind = from === "anywhere" && place > 0;
    const cursor = isBehind ? encodeCursor(placeOf(place, filter.trash === true)) : undefined;
    const started = performance.now();
    await listDocuments(ctx, { projectId, limit: 50, trash: false, ...filter, cursor });
    times.push(performance.now() - started);
  }
  return times;
}

/** Document 100 was thrown away last, 100 s before this, and so on. */
const TRASHED_FROM = new Date("2026-01-01T00:00:00Z");

/** Where the list stands behind a document, or the trash behind the last before it that lies there. */
function placeOf(place: number, isTrash: boolean): readonly string[] {
  if (!isTrash) return [idOf(place)];
  const thrownAway = place - (place % 100);
  return [`${TRASHED_FROM.getTime() - thrownAway * 1000}000`, idOf(thrownAway)];
}

/**
 * Documents by the number of their arrival. Every tenth has a set of the person's and one that all share, every hundredth
 * lies in the trash.
 */
async function aProject({ db, actor }: Context, size: number): Promise<ProjectId> {
  const userId = actor.userId ?? "";
  const id = await worldOf(db).project();
  await db.prisma.$executeRaw`
    insert into document (project_id, id, external_id, title, text, text_sha256, length, source, created_at, updated_at, deleted_at)
    select ${id}::uuid, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'x-' || n, 'Document ' || n,
      repeat('Russia warned Washington. ', 20), repeat('0', 64), 520, 'AFP', now(), now(),
      case when n % 100 = 0 then ${TRASHED_FROM} - make_interval(secs => n) end
    from generate_series(1, ${size}::int) n`;
  await db.prisma.$executeRaw`
    insert into document_search (project_id, document_id, words)
    select project_id, id, (project_id || ' every russia warned washington document ' || right(external_id, -2)
      || ' id' || right(external_id, -2) || 'x percent' || right(external_id, -2)::int % 100 || 'x'
      || ' fortieth' || right(external_id, -2)::int % ${Math.floor(size / 40)}::int || 'x')::tsvector
    from document where project_id = ${id}::uuid and deleted_at is null`;
  await db.prisma.$executeRaw`
    insert into annotation_set (project_id, id, document_id, kind, owner, annotator_id, state, schema_version, guideline_version,
      created_at, updated_at)
    select project_id, gen_random_uuid(), id, kind, owner, annotator_id,
      (array['new', 'in_progress', 'submitted', 'returned', 'accepted'])[1 + right(external_id, -2)::int / 10 % 5], 1, 1, now(), now()
    from document, (values ('annotator', ${userId}::text, ${userId}::uuid), ('shared', '', null)) as sets (kind, owner, annotator_id)
    where project_id = ${id}::uuid and right(external_id, -2)::int % 10 = 0`;
  await db.prisma.membership.create({
    data: { projectId: id, userId, role: "manager", createdAt: new Date() },
  });
  return id;
}

function idOf(place: number): string {
  return `01900000-0000-7000-8000-${place.toString(16).padStart(12, "0")}`;
}
