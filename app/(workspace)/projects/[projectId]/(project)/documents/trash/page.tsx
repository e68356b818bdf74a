import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { TrashedDocuments } from "@/components/documents/trashed-documents";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { DocumentFilter } from "@/lib/contracts/document";
import { listDocuments } from "@/lib/usecases/documents/list-documents";
import { restoreDocumentAction } from "../../../../actions";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Documents in the trash" };

export default async function DocumentTrashPage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/documents/trash">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  const list = `/projects/${project.id}/documents`;
  if (!may("document.write")) redirect(list);
  const { cursor } = await searchParams;
  const filter = DocumentFilter.parse({
    trash: "true",
    cursor: typeof cursor === "string" ? cursor : undefined,
  });
  const page = await listDocuments(ctx, { projectId: project.id, ...filter });
  return (
    <Page
      title="Documents in the trash"
      description="Lists, exports and counts leave them out. They can be restored for 30 days."
      width="narrow"
      actions={<LinkButton href={list}>Documents</LinkButton>}
    >
      <TrashedDocuments projectId={project.id} documents={page.items} restore={restoreDocumentAction} />
      {page.nextCursor !== null && (
        <LinkButton
          href={`${list}/trash?cursor=${encodeURIComponent(page.nextCursor)}`}
          rel="next"
          className="mt-4"
        >
          More
        </LinkButton>
      )}
    </Page>
  );
}
