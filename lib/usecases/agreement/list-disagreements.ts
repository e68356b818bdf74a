import type { DisagreementItem, DisagreementQuery, DisagreementView } from "@/lib/contracts/agreement";
import { listPairs, type PairTally } from "@/lib/core/agreement/pair-tally";
import { f1Of, NO_MATCHES, type MatchCounts } from "@/lib/core/agreement/spans/match-counts";
import { sumTallies } from "@/lib/core/agreement/tally";
import { groupBy } from "@/lib/core/group-by";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import { own } from "@/lib/core/own";
import { alignSets, MOST_SETS } from "@/lib/core/review/align-sets";
import { differencesOf, type Difference } from "@/lib/core/review/differences";
import type { AttributeValue } from "@/lib/core/schema/schema";
import {
  completedWorkOf,
  textAround,
  type CompletedWork,
  type TalliedDocument,
} from "@/lib/db/agreement-repository";
import { namesOf } from "@/lib/db/live-repository";
import { permit, type Context } from "../context";
import { talliesFor } from "./tallies";

const DOCUMENTS_A_PAGE = 5;
const ITEMS_A_DOCUMENT = 40;
/** Code points of text shown before and behind a span. */
const REACH = 60;

/**
 * The spans behind a number: the documents on which the annotators (of the pair `a`, `b`, else all) do not fully agree
 * about `label` (else any), the least agreed on first, each with its differences in text order.
 */
export async function listDisagreements(
  ctx: Context,
  {
    projectId,
    label,
    a,
    b,
    documentId,
    page,
    ...filter
  }: { readonly projectId: ProjectId } & DisagreementQuery,
): Promise<DisagreementView> {
  const allowed = await permit(ctx, projectId, "agreement.read");
  const { documents } = await talliesFor(ctx, allowed, filter);
  const pair = a === undefined || b === undefined ? null : new Set([a, b]);
  const disagreed = documents
    .filter(({ id }) => documentId === undefined || id === documentId)
    .map((document) => ({ document, counts: overlapOf(document, label ?? null, pair) }))
    .filter(({ counts }) => counts.a + counts.b > 0)
    .map(({ document, counts }) => ({ document, f1: f1Of(counts).value }))
    .sort((one, other) => (one.f1 ?? 0) - (other.f1 ?? 0));
  const pages = Math.max(1, Math.ceil(disagreed.length / DOCUMENTS_A_PAGE));
  const shown = disagreed.slice((page - 1) * DOCUMENTS_A_PAGE, page * DOCUMENTS_A_PAGE);
  const ids = shown.map(({ document }) => document.id);
  const work = (await completedWorkOf(ctx.db.prisma, projectId, ids)).filter(
    ({ annotatorId }) => pair === null || pair.has(annotatorId),
  );
  const names = await namesOf(ctx.db.prisma, [...new Set(work.map(({ annotatorId }) => annotatorId))]);
  const byDocument = groupBy(work, (one) => one.documentId);
  const listed = shown.map(({ document, f1 }) => {
    const sets = (byDocument.get(document.id) ?? []).slice(0, MOST_SETS);
    const items = differencesIn(sets, label ?? null, names);
    return {
      document,
      f1,
      items: items.slice(0, ITEMS_A_DOCUMENT),
      more: Math.max(0, items.length - ITEMS_A_DOCUMENT),
    };
  });
  const around = await textAround(
    ctx.db.prisma,
    projectId,
    listed.flatMap(({ document, items }) =>
      items.map(({ start, end }) => ({ documentId: document.id, start, end })),
    ),
    REACH,
  );
  let place = 0;
  return {
    documents: listed.map(({ document: { id, title, annotators }, f1, items, more }) => ({
      id,
      title,
      annotators,
      f1,
      more,
      items: items.map((item): DisagreementItem => ({
        ...item,
        ...(around[place++] ?? { before: "", after: "" }),
      })),
    })),
    total: disagreed.length,
    page,
    pages,
  };
}

type Matched = PairTally<{ readonly labels: Readonly<Record<string, MatchCounts>> }>;

/** Matches and spans of the label, over the pair or all pairs. */
function overlapOf(
  { tally }: TalliedDocument,
  label: string | null,
  pair: ReadonlySet<UserId> | null,
): MatchCounts {
  const { pairs } = (own(tally.entries, "span-f1-overlap") ?? { pairs: {} }) as { readonly pairs: Matched };
  const counts = listPairs(pairs)
    .filter(({ annotators }) => pair === null || annotators.every((one) => pair.has(one as UserId)))
    .flatMap(({ tally: { labels } }) =>
      label === null ? Object.values(labels) : (own(labels, label) ?? NO_MATCHES),
    );
  return sumTallies(counts, NO_MATCHES);
}

type Item = Omit<DisagreementItem, "before" | "after">;

function differencesIn(
  work: readonly CompletedWork[],
  label: string | null,
  names: ReadonlyMap<UserId, string>,
): readonly Item[] {
  if (work.length < 2) return [];
  const owners = new Map(work.map(({ set, annotatorId }) => [set.id, names.get(annotatorId) ?? ""]));
  return differencesOf(alignSets(work.map(({ set }) => set)))
    .filter(
      ({ cluster }) => label === null || cluster.members.some(({ annotation }) => annotation.label === label),
    )
    .map((difference) => toItem(difference, owners));
}

function toItem(difference: Difference, owners: ReadonlyMap<SetId, string>): Item {
  const { members } = difference.cluster;
  const [longest] = members
    .map(({ annotation }) => annotation)
    .sort((one, other) => other.end - other.start - (one.end - one.start));
  if (longest === undefined) throw new RangeError("a cluster without a member");
  const { start, end, quote } = longest;
  return {
    kind: difference.kind,
    start,
    end,
    quote,
    label: longest.label,
    of:
      difference.kind === "attribute"
        ? difference.key
        : difference.kind === "relation"
          ? difference.relation.type
          : null,
    readings: readingsOf(difference).map(({ value, sets }) => ({
      value,
      annotators: sets.map((id) => owners.get(id) ?? ""),
    })),
  };
}

interface Reading {
  readonly value: AttributeValue | null;
  readonly sets: readonly SetId[];
}

function readingsOf(difference: Difference): readonly Reading[] {
  switch (difference.kind) {
    case "missing":
      return difference.variants.map(({ value, sets }) => ({
        value: value === "present" ? true : null,
        sets,
      }));
    case "boundary":
      return difference.variants.map(({ value, sets }) => ({ value: value.quote, sets }));
    case "label":
    case "attribute":
      return difference.variants;
    case "relation": {
      const to = difference.relation.to.members[0]?.annotation.quote ?? "";
      return difference.variants.map(({ value, sets }) => ({ value: value === null ? null : to, sets }));
    }
  }
}
