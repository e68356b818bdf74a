import type { Metadata } from "next";
import { parseExportChoices } from "@/components/exchange/export-choices";
import { ExportPanel } from "@/components/exchange/export-panel";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { EXPORTERS } from "@/lib/core/exchange/formats/exporters";
import { SET_FORMATS } from "@/lib/core/exchange/formats/format-names";
import { serverEnv } from "@/lib/server/env";
import { loadProject } from "../../../load-project";

/** What the registry says of each format; how it is written stays on the server. */
const FORMATS = SET_FORMATS.map((format) => {
  const { begin: _, ...description } = EXPORTERS[format];
  return { format, ...description };
});

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
        formats={FORMATS}
        initial={parseExportChoices(await searchParams)}
      />
    </Page>
  );
}
