import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AddDocumentForm } from "@/components/documents/add-document-form";
import { Page } from "@/components/shell/page";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Add a document" };

export default async function AddDocumentPage({ params }: PageProps<"/projects/[projectId]/documents/new">) {
  const { project, may } = await loadProject((await params).projectId);
  if (!may("document.write")) redirect(`/projects/${project.id}/documents`);
  return (
    <Page title="Add a document" width="narrow">
      <AddDocumentForm projectId={project.id} />
    </Page>
  );
}
