import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ImportDocuments } from "@/components/exchange/import-documents";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { restoreImportAction, trashImportAction } from "../../../../actions";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params }: PageProps<"/projects/[projectId]/documents/import">) {
  const { project, may } = await loadProject((await params).projectId);
  const list = `/projects/${project.id}/documents`;
  if (!may("document.write")) redirect(list);
  return (
    <Page
      title="Import"
      width="narrow"
      description={
        <>
          What a file looks like is in the <TextLink href="/help#import">help</TextLink>.
        </>
      }
      actions={<LinkButton href={list}>Documents</LinkButton>}
    >
      <ImportDocuments projectId={project.id} trash={trashImportAction} restore={restoreImportAction} />
    </Page>
  );
}
