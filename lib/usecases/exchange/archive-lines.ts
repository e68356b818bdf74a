import { createHash } from "node:crypto";
import { ArchiveLineSchema } from "@/lib/contracts/archive";
import { issueWords } from "@/lib/contracts/issue-words";
import { AppError } from "@/lib/core/errors";
import type { ArchiveLine, EndLine } from "@/lib/core/exchange/archive-line";
import { awkwardValue } from "@/lib/core/exchange/awkward-value";
import { jsonProblem } from "@/lib/core/exchange/json-problem";
import { LineSplitter, type RawLine } from "@/lib/core/exchange/line-splitter";
import { archiveFault } from "./archive-fault";
import { decodeUtf8 } from "./decode-line";
import type { Spool } from "./spool";

/** A text of 10 MiB, every byte of it written as an escape of six. */
const MAX_ARCHIVE_LINE_BYTES = 64 * 1024 * 1024;
/** What a document may nest, inside of a line. */
const MAX_ARCHIVE_DEPTH = 40;

export interface NumberedLine {
  readonly number: number;
  readonly content: Exclude<ArchiveLine, EndLine>;
}

/**
 * The lines of an archive up to its trailer, each checked by itself. The last word is the trailer's: only when this
 * generator has ended well is the archive whole and unchanged.
 * @throws AppError `truncated` without a trailer, `invalid` for what is no archive or was changed.
 */
export async function* archiveLines(upload: Spool): AsyncGenerator<NumberedLine> {
  const hash = createHash("sha256");
  let rows = 0;
  let isEnded = false;
  for await (const raw of rawLines(upload)) {
    if (isEnded) throw archiveFault(raw.number, "There is more behind its last line.");
    const line = parse(raw);
    if (line.type === "end") {
      if (line.rows !== rows)
        throw archiveFault(raw.number, `It should have ${line.rows} lines, but has ${rows}.`);
      if (line.sha256 !== hash.digest("hex"))
        throw archiveFault(raw.number, "Its checksum does not match what it holds.");
      isEnded = true;
      continue;
    }
    rows += 1;
    if ((line.type === "archive") !== (rows === 1))
      throw archiveFault(raw.number, "An archive begins with one line of type “archive”.");
    hash.update(raw.bytes ?? "").update("\n");
    yield { number: raw.number, content: line };
  }
  if (!isEnded)
    throw new AppError("truncated", {
      detail: "The archive has no last line: it is cut off. Nothing was imported.",
    });
}

async function* rawLines(upload: Spool): AsyncGenerator<RawLine> {
  const splitter = new LineSplitter(MAX_ARCHIVE_LINE_BYTES);
  for await (const chunk of upload.read()) yield* splitter.push(chunk);
  yield* splitter.end();
}

/** Checks a line and gives it as it came: what the checks would change must not be changed. */
function parse({ number, byte, bytes }: RawLine): ArchiveLine {
  if (bytes === null) throw archiveFault(number, "The line is longer than any line of an archive.");
  const source = decodeUtf8(bytes, byte);
  if (typeof source !== "string") throw archiveFault(number, source.message);
  if (jsonProblem(source, MAX_ARCHIVE_DEPTH) !== null)
    throw archiveFault(number, "Nested too deep, or with a number that cannot be kept.");
  const value = parseJson(source);
  if (value === undefined) throw archiveFault(number, "Not JSON.");
  const awkward = awkwardValue(value);
  if (awkward !== null) throw archiveFault(number, awkward.message);
  const { error } = ArchiveLineSchema.safeParse(value, { error: issueWords });
  if (error === undefined) return value as ArchiveLine;
  const [issue] = error.issues;
  throw archiveFault(
    number,
    `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? "not a line of an archive"}`.slice(
      0,
      300,
    ),
  );
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
