import type { Metadata } from "next";
import { parseExportChoices } from "@/components/exchange/export-choices";
import { ExportPanel } from "@/components/exchange/export-panel";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { serverEnv } from "@/lib/server/env";
import { loadProject } from "../../../load-project";

export const metadata: Metadata = { title: "Export" };

export default async function ExportPage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/export">) {
  const { project } = await loadProject((await params).projectId);
  return (
    <Page
      title="Export"
      width="narrow"
      actions={<LinkButton href={`/projects/${project.id}/documents`}>Documents</LinkButton>}
    >
      <ExportPanel
        projectId={project.id}
        origin={serverEnv().url.origin}
        initial={parseExportChoices(await searchParams)}
      />
    </Page>
  );
}
