import type { ProjectId } from "@/lib/core/ids";
import { DocumentText } from "@/lib/core/text/document-text";
import type { Database } from "@/lib/db/client";
import { newId, worldOf } from "@/lib/testing/world";
import { article } from "./corpus";

const BATCH = 500;
const SPAN_LENGTH = 24;
/** Code points from the beginning of one span to that of the next. */
const STEP = 60;

/** Fills a project with articles, each with one submitted set of `spansEach` annotations; without logs, for reading only. */
export async function seedAnnotated(
  db: Database,
  projectId: ProjectId,
  documents: number,
  spansEach: number,
): Promise<void> {
  const annotator = await worldOf(db).member(projectId, "annotator", "Bench");
  for (let start = 0; start < documents; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, documents - start) }, (_, offset) => {
      const text = DocumentText.of(article(start + offset));
      const points = [...text.string];
      return { id: newId(), set: newId(), text: text.string, length: text.length, points };
    });
    await db.pool.query(
      `insert into document (project_id, id, title, text, text_sha256, length, source, created_at, updated_at)
       select $1, id, 'An article', text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), length, 'Bench', now(), now()
       from jsonb_to_recordset($2::jsonb) as d(id uuid, text text, length int)`,
      [projectId, JSON.stringify(rows)],
    );
    await db.pool.query(
      `insert into annotation_set (project_id, id, document_id, kind, owner, annotator_id, state, seq, schema_version, guideline_version,
         annotation_count, created_at, updated_at)
       select $1, set, id, 'annotator', $3::uuid, $3::uuid, 'submitted', $4, 1, 1, $4, now(), now()
       from jsonb_to_recordset($2::jsonb) as d(id uuid, set uuid)`,
      [projectId, JSON.stringify(rows), annotator, spansEach],
    );
    const annotations = rows.flatMap(({ set, points }) =>
      Array.from({ length: spansEach }, (_, index) => {
        const at = index * STEP;
        return {
          set,
          id: newId(),
          start: at,
          end: at + SPAN_LENGTH,
          quote: points.slice(at, at + SPAN_LENGTH).join(""),
        };
      }),
    );
    await db.pool.query(
      `insert into annotation (project_id, set_id, id, label, start_at, end_at, quote, attributes, field_seq, origin, created_by, created_at)
       select $1, set, id, 'actor', start, "end", quote, '{"actor_type": "person", "mention": "name"}', '{"span": 1}', 'human', $3, now()
       from jsonb_to_recordset($2::jsonb) as a(set uuid, id uuid, start int, "end" int, quote text)`,
      [projectId, JSON.stringify(annotations), annotator],
    );
  }
  await db.pool.query("analyze document, annotation_set, annotation");
}
