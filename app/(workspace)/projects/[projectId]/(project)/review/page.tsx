import { ChevronFirst, ChevronRight, Gavel, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { parseQueuePlace, queueHref } from "@/components/review/queue-address";
import { QueueTable } from "@/components/review/queue-table";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { countOf, formatCount } from "@/components/ui/format-count";
import { LinkButton } from "@/components/ui/link-button";
import { LinkSegments } from "@/components/ui/link-segments";
import { Notice } from "@/components/ui/notice";
import { QueueQuery, type QueueState } from "@/lib/contracts/review";
import { AppError } from "@/lib/core/errors";
import { listReviewQueue } from "@/lib/usecases/review/list-review-queue";
import { loadProject } from "../../../load-project";

export const metadata: Metadata = { title: "Review" };

const CHOICES: readonly { readonly label: string; readonly state: QueueState | undefined }[] = [
  { label: "All", state: undefined },
  { label: "Open", state: "open" },
  { label: "Decided", state: "decided" },
  { label: "Accepted", state: "accepted" },
  { label: "Contested", state: "contested" },
];

export default async function ReviewQueuePage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/review">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  if (!may("review.read")) notFound();
  const place = parseQueuePlace(await searchParams);
  const { state, cursor } = place;
  const query = QueueQuery.parse({ state, cursor });
  const page = await listReviewQueue(ctx, { projectId: project.id, ...query }).catch((error: unknown) => {
    // A cursor of another list, or of an older version: begin at the first page.
    if (error instanceof AppError && error.code === "invalid" && cursor !== undefined)
      redirect(queueHref(project.id, { state }));
    throw error;
  });
  const [first] = page.items;
  return (
    <Page
      title="Review"
      description={`${formatCount(page.total.value, page.total.capped)} ${page.total.value === 1 ? "document" : "documents"}, the most disagreement first`}
      width="full"
      actions={
        first === undefined ? undefined : (
          <LinkButton variant="primary" href={`/projects/${project.id}/review/${first.documentId}`}>
            Review the first
          </LinkButton>
        )
      }
    >
      <div className="mb-4">
        <LinkSegments
          label="State"
          segments={CHOICES.map((choice) => ({
            label: choice.label,
            href: queueHref(project.id, { state: choice.state }),
            isCurrent: choice.state === state,
          }))}
        />
      </div>
      {!page.isWhole && (
        <Notice className="mb-4" title="Some documents have not been compared yet">
          They stand at the end of the list. Reload the page to compare more of them.
        </Notice>
      )}
      {first === undefined ? (
        <NothingToReview projectId={project.id} isFiltered={state !== undefined} />
      ) : (
        <QueueTable projectId={project.id} entries={page.items} />
      )}
      <nav aria-label="Pages" className="mt-3 flex flex-wrap items-center gap-2">
        {cursor !== undefined && (
          <LinkButton href={queueHref(project.id, { state })}>
            <ChevronFirst aria-hidden /> First page
          </LinkButton>
        )}
        {page.nextCursor !== null && (
          <LinkButton rel="next" href={queueHref(project.id, { state, cursor: page.nextCursor })}>
            Next <ChevronRight aria-hidden />
          </LinkButton>
        )}
        {page.items.length > 0 && (
          <span className="ml-auto text-soft">{countOf(page.items.length, "document")} on this page</span>
        )}
      </nav>
    </Page>
  );
}

function NothingToReview({
  projectId,
  isFiltered,
}: {
  readonly projectId: string;
  readonly isFiltered: boolean;
}) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No document is in this state"
        action={<LinkButton href={queueHref(projectId, {})}>Show all</LinkButton>}
      >
        Look at another state, or at all documents.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Gavel} title="Nothing to review yet">
      A document comes here as soon as somebody has submitted it.
    </EmptyState>
  );
}
