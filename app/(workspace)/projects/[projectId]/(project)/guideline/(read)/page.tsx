import { BookOpen, PenLine } from "lucide-react";
import type { Metadata } from "next";
import { GuidelineView } from "@/components/guideline/guideline-view";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Guideline" };

export default async function GuidelinePage({ params }: PageProps<"/projects/[projectId]/guideline">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  const { markdown, version } = await readGuideline(ctx, { projectId: project.id });
  const isEmpty = markdown.trim() === "";
  const edit = may("guideline.write") ? (
    <LinkButton href={`/projects/${project.id}/guideline/edit`} variant={isEmpty ? "primary" : "quiet"}>
      <PenLine aria-hidden /> {isEmpty ? "Write the guideline" : "Edit"}
    </LinkButton>
  ) : null;
  return (
    <Page title="Guideline" description={`Version ${version}`} actions={isEmpty ? null : edit}>
      {isEmpty ? (
        <EmptyState icon={BookOpen} title="No guideline yet" action={edit}>
          A guideline says how to decide, with rules and examples, so that everybody marks alike.
        </EmptyState>
      ) : (
        <GuidelineView markdown={markdown} />
      )}
    </Page>
  );
}
