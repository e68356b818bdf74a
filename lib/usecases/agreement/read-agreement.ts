import type { AgreementFilter, AgreementView, CountedDocument } from "@/lib/contracts/agreement";
import { EMPTY_PANEL, panelFigures, type PanelEntry, type PanelTally } from "@/lib/core/agreement/panel";
import { DEFAULT_QUESTION } from "@/lib/core/agreement/measures";
import { listPairs } from "@/lib/core/agreement/pair-tally";
import { UNMATCHED, type LabelConfusionTally } from "@/lib/core/agreement/spans/label-confusion";
import { countBy, sumTallies } from "@/lib/core/agreement/tally";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { own } from "@/lib/core/own";
import { countCompletedByOne, filterChoices, type TalliedDocument } from "@/lib/db/agreement-repository";
import { namesOf } from "@/lib/db/live-repository";
import { permit, type Context } from "../context";
import { talliesFor } from "./tallies";

/** How many of the documents with the least agreement are named. */
const LOWEST = 50;

/**
 * How far the annotators of a project agree: every figure of the panel, and the counts that belong beside it. Tallies of
 * documents that are new or have changed are made first, a limited number at a time; `waiting` says how many are left.
 */
export async function readAgreement(
  ctx: Context,
  { projectId, ...filter }: { readonly projectId: ProjectId } & AgreementFilter,
): Promise<AgreementView> {
  const allowed = await permit(ctx, projectId, "agreement.read");
  const { schema, panel, documents, waiting } = await talliesFor(ctx, allowed, filter);
  const total = sumTallies(
    documents.map(({ tally }) => tally),
    EMPTY_PANEL,
  );
  const { counts } = total;
  const names = await namesOf(ctx.db.prisma, Object.keys(counts.completed) as UserId[]);
  return {
    documents: {
      counted: counts.documents,
      single: await countCompletedByOne(ctx.db.prisma, projectId),
      waiting,
    },
    annotators: [...names]
      .map(([id, name]) => ({
        id,
        name,
        completed: own(counts.completed, id) ?? 0,
        empty: own(counts.empty, id) ?? 0,
        spans: own(counts.units, id) ?? {},
      }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    shared: listPairs(counts.shared).map(({ annotators: [a, b], tally }) => ({
      a: a as UserId,
      b: b as UserId,
      documents: tally,
    })),
    figures: panelFigures(panel, total),
    mixedUp: mixUps(total),
    lowest: leastAgreed(panel, documents).slice(0, LOWEST),
    settings: { iou: DEFAULT_QUESTION.iou, schemaVersion: schema.version },
    ...(await filterChoices(ctx.db.prisma, projectId)),
  };
}

function mixUps({ entries }: PanelTally): AgreementView["mixedUp"] {
  const { pairs } = (own(entries, "label-confusion") ?? { pairs: {} }) as LabelConfusionTally;
  const cells = listPairs(pairs).flatMap(({ tally }) =>
    Object.entries(tally).flatMap(([one, row]) =>
      Object.entries(row).map(([other, times]): [string, number] => [
        JSON.stringify([one, other].sort()),
        times,
      ]),
    ),
  );
  return Object.entries(countBy(cells))
    .map(([key, times]) => {
      const [first, second] = JSON.parse(key) as [string, string];
      // The empty word sorts first.
      return first === UNMATCHED ? { one: second, other: null, times } : { one: first, other: second, times };
    })
    .filter(({ one, other }) => one !== other)
    .sort((a, b) => b.times - a.times);
}

/** The documents by how far their annotators agree, the least first; where nobody marked anything, last. */
function leastAgreed(
  panel: readonly PanelEntry[],
  documents: readonly TalliedDocument[],
): readonly CountedDocument[] {
  const overlap = panel.filter(({ key }) => key === "span-f1-overlap");
  return documents
    .map(({ id, title, annotators, tally }): CountedDocument => {
      const f1 = panelFigures(overlap, tally).find(({ name, label }) => name === "f1" && label === null);
      return { id, title, annotators, f1: f1?.coefficient.value ?? null };
    })
    .sort((one, other) => (one.f1 ?? 2) - (other.f1 ?? 2));
}
