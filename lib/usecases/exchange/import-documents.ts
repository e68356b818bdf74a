import { MAX_TEXT_BYTES } from "@/lib/contracts/document";
import type { ImportReport } from "@/lib/contracts/exchange";
import { AppError } from "@/lib/core/errors";
import type { DuplicatePolicy } from "@/lib/core/exchange/duplicate-policy";
import { isFault, type LineError } from "@/lib/core/exchange/line-fault";
import { LineSplitter, type RawLine } from "@/lib/core/exchange/line-splitter";
import type { OffsetUnit } from "@/lib/core/exchange/offset-unit";
import type { ProjectId } from "@/lib/core/ids";
import type { SqlQueries } from "@/lib/db/client";
import { currentGuideline } from "@/lib/db/guideline-repository";
import { beginImport } from "@/lib/db/import-repository";
import { currentSchema } from "@/lib/db/schema-repository";
import { inLongTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";
import { decodeLine, MAX_LINE_BYTES, type DecodedLine } from "./decode-line";
import { decodeText } from "./decode-text";
import { enterImport } from "./import-gate";
import { ImportTally } from "./import-tally";
import { prepareLine, type PreparedLine } from "./prepare-line";
import { refuseUnreadable } from "./refuse-unreadable";
import { refuseHangUp, spool, type Spool, type SpoolLimit, type Upload } from "./spool";
import { storeLines, type StoreScope } from "./store-lines";
import { unitOfFile } from "./unit-of-file";

export interface ImportInput extends Upload {
  readonly projectId: ProjectId;
  readonly format: "jsonl" | "txt";
  readonly onDuplicate: DuplicatePolicy;
  /** One broken line, and nothing is created. */
  readonly strict: boolean;
  /** The file's name, which a text file's document takes as its external id. */
  readonly name: string | null;
}

export const MAX_IMPORT_BYTES = 1024 * 1024 * 1024;
const BATCH_LINES = 100;
const BATCH_BYTES = 1024 * 1024;

/**
 * Imports a file of articles: JSON lines, or one text. Nothing is stored before the upload has arrived whole, and then
 * all of it in one transaction (README.md says why).
 * @throws AppError `truncated`, `too_large`, `text_too_large` (a text file), `empty_file`, `binary_file`, `other_format`,
 *   `forbidden`, `not_found`
 */
export async function importDocuments(ctx: Context, input: ImportInput): Promise<ImportReport> {
  await permit(ctx, input.projectId, "document.write");
  const leave = enterImport(ctx.actor.userId);
  try {
    const upload = await spool(input, LIMITS[input.format]);
    try {
      await refuseUnreadable(upload, "articles");
      return await importSpooled(ctx, input, upload);
    } finally {
      await upload.close();
    }
  } finally {
    leave();
  }
}

const BYTE_ORDER_MARK_BYTES = 3;
const LIMITS: Readonly<Record<ImportInput["format"], SpoolLimit>> = {
  jsonl: { bytes: MAX_IMPORT_BYTES, beyond: "too_large" },
  txt: { bytes: MAX_TEXT_BYTES + BYTE_ORDER_MARK_BYTES, beyond: "text_too_large" },
};

async function importSpooled(ctx: Context, input: ImportInput, upload: Spool): Promise<ImportReport> {
  try {
    return await inLongTransaction(ctx.db, async (tx) => {
      const { tally, at } = await importInto(tx, ctx, input, upload);
      refuseHangUp(input);
      if (tally.isEmpty) throw new AppError("empty_file");
      if (input.strict && tally.failed > 0) throw new RollBack(tally.report(false, at));
      return tally.report(true, at);
    });
  } catch (error) {
    if (error instanceof RollBack) return error.report;
    throw error;
  }
}

/** Ends a transaction without a trace where that is the right end. */
class RollBack extends Error {
  constructor(readonly report: ImportReport) {
    super("rolled back on purpose");
  }
}

async function importInto(
  tx: SqlQueries,
  ctx: Context,
  input: ImportInput,
  upload: Spool,
): Promise<{ readonly tally: ImportTally; readonly at: Date }> {
  const { projectId, onDuplicate, strict } = input;
  const documents = await permit(ctx, projectId, "document.write", tx);
  const sets = await permit(ctx, projectId, "importedSet.write", tx);
  await beginImport(tx, documents);
  const schema = await currentSchema(tx, projectId);
  const { version: guidelineVersion } = await currentGuideline(tx, projectId);
  const tally = new ImportTally();
  const frame = { ctx, schema, guidelineVersion, at: ctx.now(), actorId: ctx.actor.userId };
  const scope: StoreScope = { tx, documents, sets, policy: onDuplicate, frame, tally };

  // The database stores one batch while the next is being read.
  let storing: Promise<void> = Promise.resolve();
  const unit = once(() => unitOfFile(rawLines(upload)));
  for await (const batch of batchesOf(decodedLines(input, upload, tally), scope, unit)) {
    await storing;
    refuseHangUp(input);
    if (strict && tally.failed > 0) continue;
    storing = storeLines(scope, batch);
    storing.catch(() => undefined);
  }
  await storing;
  return { tally, at: frame.at };
}

async function* decodedLines(
  { format, name }: ImportInput,
  upload: Spool,
  tally: ImportTally,
): AsyncGenerator<readonly DecodedLine[]> {
  const sound = (decoded: DecodedLine | LineError): readonly DecodedLine[] => {
    if (!isFault(decoded)) return [decoded];
    tally.fail(decoded);
    return [];
  };
  if (format === "txt") yield sound(await decodeText(upload, name));
  else for await (const lines of rawLines(upload)) yield lines.flatMap((line) => sound(decodeLine(line)));
}

async function* rawLines(upload: Spool): AsyncGenerator<readonly RawLine[]> {
  const splitter = new LineSplitter(MAX_LINE_BYTES);
  for await (const chunk of upload.read()) yield splitter.push(chunk);
  yield splitter.end();
}

async function* batchesOf(
  decoded: AsyncIterable<readonly DecodedLine[]>,
  { frame, tally }: StoreScope,
  unitOfAll: () => Promise<OffsetUnit | null>,
): AsyncGenerator<readonly PreparedLine[]> {
  let batch: PreparedLine[] = [];
  let bytes = 0;
  for await (const lines of decoded) {
    for (const line of lines) {
      const alone = prepareLine(line, frame, null);
      // What the line alone does not tell, the file as a whole may; few files need to be read twice.
      const prepared = isUnitUnknown(alone) ? prepareLine(line, frame, await unitOfAll()) : alone;
      if (isFault(prepared)) {
        tally.fail(prepared);
        continue;
      }
      tally.saw(prepared.imported?.unit ?? null);
      batch.push(prepared);
      bytes += line.content.text.length + 200 * line.content.spans.length;
      if (batch.length < BATCH_LINES && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function isUnitUnknown(prepared: PreparedLine | LineError): boolean {
  return isFault(prepared) && prepared.code === "offset_unit_unknown";
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}
