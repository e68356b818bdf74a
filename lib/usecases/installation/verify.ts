import { createHash } from "node:crypto";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import { DocumentText } from "@/lib/core/text/document-text";
import type { Queries } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import {
  allProjects,
  brokenReferences,
  documentsAfter,
  logAndProjection,
  setsOfDocuments,
  type DocumentToVerify,
} from "@/lib/db/verify-repository";
import { requireAdmin } from "../accounts/require-admin";
import type { Context } from "../context";
import { verifySet } from "./verify-set";

/** Something that is not as it must be. */
export interface VerifyProblem {
  readonly projectId: ProjectId;
  /** `document 0199…`, `set 0199…`, and what is wrong with it. */
  readonly message: string;
}

export interface VerifyReport {
  readonly documents: number;
  readonly sets: number;
  readonly operations: number;
  /** The first thousand; empty where all is well. */
  readonly problems: readonly VerifyProblem[];
}

const MAX_PROBLEMS = 1_000;
const TIMEOUT_MS = 6 * 60 * 60 * 1000;

/**
 * Checks what architecture §5 promises, in one snapshot, of one project or of all: logs without gaps, each id once,
 * annotations as their logs make them, quotes as the texts have them, texts as they were hashed, nothing foreign.
 * @throws AppError `forbidden` to all but administrators.
 */
export async function verifyInstallation(
  ctx: Context,
  { projectId = null }: { readonly projectId?: ProjectId | null } = {},
): Promise<VerifyReport> {
  requireAdmin(ctx);
  return inTransaction(
    ctx.db,
    async (tx) => {
      await tx.$executeRaw`select set_config('statement_timeout', '0', true)`;
      const broken = await brokenReferences(tx, projectId);
      const problems = broken.map(({ what, id, ...where }): VerifyProblem => ({
        ...where,
        message: `${what}: ${id}`,
      }));
      const count = { documents: 0, sets: 0, operations: 0 };
      for (const one of projectId === null ? await allProjects(tx) : [projectId]) {
        await verifyProject(tx, one, count, (message) => problems.push({ projectId: one, message }));
      }
      return { ...count, problems: problems.slice(0, MAX_PROBLEMS) };
    },
    { isolation: "RepeatableRead", timeoutMs: TIMEOUT_MS },
  );
}

type Count = { -readonly [K in Exclude<keyof VerifyReport, "problems">]: VerifyReport[K] };

async function verifyProject(
  tx: Queries,
  projectId: ProjectId,
  count: Count,
  report: (message: string) => void,
): Promise<void> {
  let after: DocumentId | null = null;
  for (;;) {
    const page: readonly DocumentToVerify[] = await documentsAfter(tx, projectId, after);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
    count.documents += page.length;
    const texts = new Map(page.map(({ id, text }) => [id, DocumentText.of(text)]));
    for (const document of page) verifyDocument(document, texts, report);
    for (const set of await setsOfDocuments(tx, projectId, [...texts.keys()])) {
      const text = texts.get(set.documentId);
      if (text === undefined) throw new RangeError(`set ${set.id} belongs to no document of its page`);
      const stored = await logAndProjection(tx, projectId, set.id);
      count.sets += 1;
      count.operations += stored.log.length;
      for (const problem of verifySet(set, stored, text)) report(`set ${set.id}: ${problem}`);
    }
  }
}

function verifyDocument(
  { id, text, textSha256, length }: DocumentToVerify,
  texts: ReadonlyMap<DocumentId, DocumentText>,
  report: (message: string) => void,
): void {
  const sha = createHash("sha256").update(text).digest("hex");
  if (sha !== textSha256) report(`document ${id}: its text is not the one that was hashed`);
  const counted = texts.get(id)?.length;
  if (counted !== length) report(`document ${id}: has ${counted ?? 0} characters, not ${length}`);
}
