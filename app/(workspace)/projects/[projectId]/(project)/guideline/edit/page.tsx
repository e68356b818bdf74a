import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuidelineEditor } from "@/components/guideline/guideline-editor";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Edit the guideline" };

export default async function EditGuidelinePage({
  params,
}: PageProps<"/projects/[projectId]/guideline/edit">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  const reading = `/projects/${project.id}/guideline`;
  if (!may("guideline.write")) redirect(reading);
  const { markdown, version } = await readGuideline(ctx, { projectId: project.id });
  return (
    <Page
      title="Edit the guideline"
      description="Markdown. Each save is a version; annotations keep the one they were made under."
      width="full"
      actions={<LinkButton href={reading}>Read it</LinkButton>}
    >
      <GuidelineEditor projectId={project.id} guideline={{ markdown, version }} />
    </Page>
  );
}
