import { ChevronFirst, ChevronRight, PenLine } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CorrectionsView } from "@/components/corrections/corrections-view";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { CorrectionsQuery } from "@/lib/contracts/correction";
import { AppError } from "@/lib/core/errors";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { readCorrections } from "@/lib/usecases/review/read-corrections";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { loadProject } from "../../../load-project";

export const metadata: Metadata = { title: "Corrections" };

export default async function CorrectionsPage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/corrections">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  if (!may("annotatorSet.open")) notFound();
  const key = { projectId: project.id };
  const here = `/projects/${project.id}/corrections`;
  const { cursor: given } = await searchParams;
  const cursor = typeof given === "string" && given !== "" ? given : undefined;
  const query = CorrectionsQuery.parse({ cursor });
  const [page, schema, guideline] = await Promise.all([
    readCorrections(ctx, { ...key, ...query }).catch((error: unknown) => {
      // A cursor of another list, or of an older version: begin at the first page.
      if (error instanceof AppError && error.code === "invalid" && cursor !== undefined) redirect(here);
      throw error;
    }),
    readSchema(ctx, key),
    readGuideline(ctx, key),
  ]);
  const kept = page.items.reduce((sum, one) => sum + one.kept, 0);
  const corrected = page.items.reduce((sum, { corrections }) => sum + corrections.length, 0);
  return (
    <Page
      title="Corrections"
      description={`Your work on documents that have been accepted as gold: ${kept} kept, ${corrected} corrected`}
      width="narrow"
    >
      {corrected === 0 ? (
        <EmptyState icon={PenLine} title="No corrections">
          {page.items.length === 0
            ? "Once a document that you submitted is accepted as gold, you see here what was changed."
            : "All that you marked in these documents was kept."}
        </EmptyState>
      ) : (
        <CorrectionsView
          projectId={project.id}
          documents={page.items}
          schema={schema}
          guideline={guideline.markdown}
        />
      )}
      <nav aria-label="Pages" className="mt-3 flex flex-wrap gap-2">
        {cursor !== undefined && (
          <LinkButton href={here}>
            <ChevronFirst aria-hidden /> First page
          </LinkButton>
        )}
        {page.nextCursor !== null && (
          <LinkButton rel="next" href={`${here}?cursor=${encodeURIComponent(page.nextCursor)}`}>
            Next <ChevronRight aria-hidden />
          </LinkButton>
        )}
      </nav>
    </Page>
  );
}
