import { measuredDocument } from "@/lib/core/agreement/measured-document";
import { panelOf, tallyPanel, type PanelEntry } from "@/lib/core/agreement/panel";
import type { Permit } from "@/lib/core/access/rules";
import { groupBy } from "@/lib/core/group-by";
import type { Schema } from "@/lib/core/schema/schema";
import type { AgreementFilter } from "@/lib/contracts/agreement";
import {
  completedWorkOf,
  keepTallies,
  staleDocuments,
  talliesOf,
  type StaleDocument,
  type TalliedDocument,
} from "@/lib/db/agreement-repository";
import { currentSchema } from "@/lib/db/schema-repository";
import type { Context } from "../context";

/** Changes when tallies are made in another way, so that those made before are made anew. */
const WAY_OF_COUNTING = 1;
/** How many documents one request looks at, so that whoever asks is answered soon. */
const DOCUMENTS_A_REQUEST = 200;
const DOCUMENTS_AT_A_TIME = 20;

/** What every question about agreement begins with: the project's measures, and all tallies that are up to date. */
export interface ProjectTallies {
  readonly schema: Schema;
  readonly panel: readonly PanelEntry[];
  readonly documents: readonly TalliedDocument[];
  /** Documents that have no tally yet. */
  readonly waiting: number;
}

/** Brings the tallies of some documents up to date and gives those that are, as far as the filter lets them through. */
export async function talliesFor(
  ctx: Context,
  permit: Permit<"agreement.read">,
  { source, guidelineVersion, from, to }: AgreementFilter,
): Promise<ProjectTallies> {
  const { prisma } = ctx.db;
  const { projectId } = permit;
  const schema = await currentSchema(prisma, projectId);
  const panel = panelOf(schema);
  const rules = `${WAY_OF_COUNTING} ${schema.version} `;
  const stale = await staleDocuments(prisma, projectId, rules, DOCUMENTS_A_REQUEST);
  for (let first = 0; first < stale.documents.length; first += DOCUMENTS_AT_A_TIME)
    await countAnew(ctx, permit, panel, stale.documents.slice(first, first + DOCUMENTS_AT_A_TIME));
  const documents = await talliesOf(prisma, projectId, rules, {
    source: source ?? null,
    guidelineVersion: guidelineVersion ?? null,
    from: from ?? null,
    to: to ?? null,
  });
  return { schema, panel, documents, waiting: stale.total - stale.documents.length };
}

async function countAnew(
  ctx: Context,
  permit: Permit<"agreement.read">,
  panel: readonly PanelEntry[],
  documents: readonly StaleDocument[],
): Promise<void> {
  const ids = documents.map(({ id }) => id);
  const work = groupBy(
    await completedWorkOf(ctx.db.prisma, permit.projectId, ids),
    ({ documentId }) => documentId,
  );
  const made = documents.map((document) => {
    const sets = (work.get(document.id) ?? []).map(({ annotatorId, set }) => ({
      annotator: annotatorId,
      set,
    }));
    return {
      documentId: document.id,
      stamp: document.stamp,
      tally: tallyPanel(panel, measuredDocument(document, sets)),
    };
  });
  await keepTallies(ctx.db.prisma, permit, made, ctx.now());
}
