import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { OPERATOR } from "@/lib/core/access/actor";
import type { ProjectId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { importDocuments } from "@/lib/usecases/exchange/import-documents";
import { article, jsonLines } from "./corpus";
import type { Figure } from "./figure";
import { withPeakMemory, type Measured } from "./peak-memory";

const DOCUMENTS = 10_000;
const MANY = 10 * DOCUMENTS;
const FEW = 1_000;
/** The best of so many turns, ours and the baseline's one after the other, so that a busy machine spoils neither alone. */
const ROUNDS = 3;

/** An import with all its checks, and search, against COPY of finished rows into a table with the same indexes. */
export async function benchImport(db: Database): Promise<readonly Figure[]> {
  const projectId = await worldOf(db).project();
  const cold = await bring(db, projectId, DOCUMENTS, "cold");
  const best = { ours: Infinity, known: Infinity, raw: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.raw = Math.min(best.raw, await rawCopy(db));
    best.ours = Math.min(best.ours, (await bring(db, projectId, DOCUMENTS, `round-${round}`)).seconds);
    best.known = Math.min(best.known, (await bring(db, projectId, DOCUMENTS, `round-${round}`)).seconds);
  }
  const baseline = { unit: "documents/s", baseline: DOCUMENTS / best.raw };
  return [
    { what: "import of JSON lines", ours: DOCUMENTS / best.ours, ...baseline, aim: "at least 0.15×" },
    { what: "the same file again, all of it known", ours: DOCUMENTS / best.known, ...baseline, aim: "" },
    memoryFigure(cold),
  ];
}

/** Whether the size of a file, or of the project it goes into, makes each of its lines dearer. */
export async function benchLargeImport(db: Database): Promise<readonly Figure[]> {
  const full = await worldOf(db).project();
  const many = await bring(db, full, MANY, "many");
  const best = { one: Infinity, few: Infinity, more: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = await worldOf(db).project();
    best.few = Math.min(best.few, (await bring(db, fresh, FEW, `few-${round}`)).seconds);
    best.more = Math.min(best.more, (await bring(db, full, FEW, `few-${round}`)).seconds);
    best.one = Math.min(best.one, (await bring(db, fresh, DOCUMENTS, `one-${round}`)).seconds);
  }
  return [
    {
      what: `import of ${MANY} documents, against ${DOCUMENTS}`,
      ours: many.seconds,
      baseline: best.one,
      unit: "s",
      aim: "at most 12×",
    },
    {
      what: `${FEW} into a project of ${MANY}, against an empty one`,
      ours: best.more * 1000,
      baseline: best.few * 1000,
      unit: "ms",
      aim: "at most 1.3×",
    },
    memoryFigure(many),
  ];
}

function memoryFigure({ megabytes }: Measured): Figure {
  const what = "memory that the import took at its peak";
  return { what, ours: megabytes, baseline: null, unit: "MB", aim: "at most 64 MB" };
}

/** Imports a file that lies ready, as a sender's would. */
async function bring(db: Database, projectId: ProjectId, count: number, prefix: string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-bench-"));
  try {
    const file = join(folder, "lines.jsonl");
    await pipeline(jsonLines(count, prefix), createWriteStream(file));
    return await withPeakMemory(async () => {
      const report = await importDocuments(contextOf(db, OPERATOR), {
        projectId,
        format: "jsonl",
        onDuplicate: "skip",
        strict: true,
        name: null,
        bytes: createReadStream(file),
        announced: null,
      });
      if (report.state !== "done") throw new Error(`the import failed: ${JSON.stringify(report.errors[0])}`);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function rawCopy(db: Database): Promise<number> {
  const client = await db.pool.connect();
  try {
    await client.query("CREATE TABLE raw_document (LIKE document INCLUDING ALL)");
    const project = newId<"project">();
    const rows = Array.from({ length: DOCUMENTS }, (_, index) => {
      const text = article(index);
      const sha = createHash("sha256").update(text).digest("hex");
      const fields = [
        project,
        newId(),
        `raw-${index}`,
        "A title",
        escaped(text),
        sha,
        String([...text].length),
        "Bench",
      ];
      return `${[...fields, "\\N", "\\N", "\\N", "{}", "\\N", "2026-11-22", "2026-11-22", "\\N"].join("\t")}\n`;
    });
    const started = performance.now();
    const columns =
      "project_id, id, external_id, title, text, text_sha256, length, source, url, published_at, language, extra, created_by, created_at, updated_at, deleted_at";
    await pipeline(Readable.from(rows), client.query(copyFrom(`COPY raw_document (${columns}) FROM STDIN`)));
    return (performance.now() - started) / 1000;
  } finally {
    await client.query("DROP TABLE IF EXISTS raw_document");
    client.release();
  }
}

function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
}
