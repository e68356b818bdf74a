import { to as copyTo } from "pg-copy-streams";
import { OPERATOR } from "@/lib/core/access/actor";
import type { ProjectId } from "@/lib/core/ids";
import { ExportQuery } from "@/lib/contracts/exchange";
import type { Database } from "@/lib/db/client";
import { contextOf, worldOf } from "@/lib/testing/world";
import { exportProject } from "@/lib/usecases/exchange/export-project";
import type { Figure } from "./figure";
import { withPeakMemory } from "./peak-memory";
import { seedAnnotated } from "./seed-annotated";

const DOCUMENTS = 10_000;
const SPANS_EACH = 30;
/** The best of so many turns, ours and the baseline's one after the other, so that a busy machine spoils neither alone. */
const ROUNDS = 3;

/** The training form, every row checked, against COPY of JSON that the database makes of the same rows, unchecked. */
export async function benchExport(db: Database): Promise<readonly Figure[]> {
  const projectId = await worldOf(db).project();
  await seedAnnotated(db, projectId, DOCUMENTS, SPANS_EACH);
  let [result, raw] = [await ours(db, projectId), await rawCopy(db, projectId)];
  const { megabytes } = await withPeakMemory(() => ours(db, projectId));
  for (let round = 0; round < ROUNDS; round += 1) {
    raw = faster(raw, await rawCopy(db, projectId));
    result = faster(result, await ours(db, projectId));
  }
  return [
    {
      what: "export as training lines",
      ours: DOCUMENTS / result.seconds,
      baseline: DOCUMENTS / raw.seconds,
      unit: "documents/s",
      aim: "at least 0.3×",
    },
    {
      what: "the same in bytes",
      ours: result.bytes / 1e6 / result.seconds,
      baseline: raw.bytes / 1e6 / raw.seconds,
      unit: "MB/s",
      aim: "",
    },
    {
      what: "first bytes after",
      ours: result.firstByteMs,
      baseline: null,
      unit: "ms",
      aim: "at most 1,000 ms",
    },
    {
      what: `memory that ${Math.round(result.bytes / 1e6)} MB took at their peak`,
      ours: megabytes,
      baseline: null,
      unit: "MB",
      aim: "at most 64 MB",
    },
  ];
}

function faster<T extends { readonly seconds: number }>(one: T, other: T): T {
  return one.seconds <= other.seconds ? one : other;
}

async function ours(db: Database, projectId: ProjectId) {
  const started = performance.now();
  let firstByteMs = 0;
  let bytes = 0;
  const file = await exportProject(contextOf(db, OPERATOR), { projectId, ...ExportQuery.parse({}) });
  for await (const piece of file.bytes) {
    if (bytes === 0) firstByteMs = performance.now() - started;
    bytes += piece.length;
  }
  return { bytes, firstByteMs, seconds: (performance.now() - started) / 1000 };
}

async function rawCopy(db: Database, projectId: ProjectId) {
  const client = await db.pool.connect();
  try {
    const started = performance.now();
    let bytes = 0;
    const stream = client.query(
      copyTo(`COPY (select json_build_object('id', d.id, 'external_id', d.external_id, 'text', d.text, 'text_sha256', d.text_sha256,
        'meta', json_build_object('title', d.title, 'source', d.source, 'url', d.url, 'published_at', d.published_at, 'language', d.language),
        'set', json_build_object('kind', s.kind, 'state', s.state), 'spans', (
          select json_agg(json_build_object('id', a.id, 'start', a.start_at, 'end', a.end_at, 'label', a.label, 'quote', a.quote,
            'attributes', a.attributes, 'note', a.note, 'origin', a.origin) order by a.start_at)
          from annotation a where a.project_id = s.project_id and a.set_id = s.id))
        from document d join annotation_set s on s.project_id = d.project_id and s.document_id = d.id
        where d.project_id = '${projectId}' order by d.id) TO STDOUT`),
    );
    for await (const piece of stream as AsyncIterable<Buffer>) bytes += piece.length;
    return { bytes, seconds: (performance.now() - started) / 1000 };
  } finally {
    client.release();
  }
}
