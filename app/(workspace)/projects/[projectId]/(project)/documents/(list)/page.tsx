import { Download, FileText, Plus, SearchX, Trash2, Upload } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import {
  documentListHref,
  filteredBy,
  parseListPlace,
  type DocumentListPlace,
} from "@/components/documents/document-list-address";
import { DocumentSearch } from "@/components/documents/document-search";
import { DocumentTable } from "@/components/documents/document-table";
import { DocumentTableSkeleton } from "@/components/documents/document-table-skeleton";
import { PageTurner } from "@/components/documents/page-turner";
import { StateFilter } from "@/components/documents/state-filter";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { countOf, formatCount } from "@/components/ui/format-count";
import { LinkButton } from "@/components/ui/link-button";
import { DocumentFilter } from "@/lib/contracts/document";
import { AppError } from "@/lib/core/errors";
import { listDocuments } from "@/lib/usecases/documents/list-documents";
import { restoreDocumentAction } from "../../../../actions";
import { loadProject, type OpenProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Documents" };

export default async function DocumentsPage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/documents">) {
  const open = await loadProject((await params).projectId);
  const place = parseListPlace(await searchParams);
  const { id, documents, documentsDone } = open.project;
  return (
    <Page
      title="Documents"
      description={`${countOf(documents, "document")}, ${formatCount(documentsDone)} submitted`}
      width="full"
      actions={<Actions open={open} />}
    >
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <DocumentSearch key={place.q ?? ""} projectId={id} place={place} />
        <StateFilter projectId={id} place={place} />
      </div>
      <Suspense key={documentListHref(id, place)} fallback={<DocumentTableSkeleton />}>
        <Documents open={open} place={place} />
      </Suspense>
    </Page>
  );
}

function Actions({ open: { project, may } }: { readonly open: OpenProject }) {
  const here = `/projects/${project.id}`;
  return (
    <>
      {may("project.export") && (
        <LinkButton href={`${here}/export`} className="max-sm:flex-1">
          <Download aria-hidden /> Export
        </LinkButton>
      )}
      {may("document.write") && (
        <>
          <LinkButton href={`${here}/documents/trash`} variant="plain" className="max-sm:flex-1">
            <Trash2 aria-hidden /> Trash
          </LinkButton>
          <LinkButton href={`${here}/documents/import`} className="max-sm:flex-1">
            <Upload aria-hidden /> Import
          </LinkButton>
          <LinkButton href={`${here}/documents/new`} variant="primary" className="max-sm:flex-1">
            <Plus aria-hidden /> Add document
          </LinkButton>
        </>
      )}
    </>
  );
}

async function Documents({
  open: { ctx, project, may },
  place,
}: {
  readonly open: OpenProject;
  readonly place: DocumentListPlace;
}) {
  const { q, state, cursor } = place;
  const filter = DocumentFilter.parse({ q, state, cursor });
  const page = await listDocuments(ctx, { projectId: project.id, ...filter }).catch((error: unknown) => {
    // A cursor of another list, or of an older version: begin at the first page.
    if (error instanceof AppError && error.code === "invalid" && cursor !== undefined)
      redirect(documentListHref(project.id, filteredBy(place, {})));
    throw error;
  });
  if (page.items.length > 0) {
    return (
      <>
        <DocumentTable
          projectId={project.id}
          documents={page.items}
          work={project.mode === "shared" ? "shared" : "own"}
          restore={may("document.write") ? restoreDocumentAction : null}
        />
        <PageTurner projectId={project.id} place={place} total={page.total} nextCursor={page.nextCursor} />
      </>
    );
  }
  const isFiltered = q !== undefined || state !== undefined;
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No document fits"
        action={
          <LinkButton
            href={documentListHref(project.id, filteredBy(place, { q: undefined, state: undefined }))}
          >
            Show all
          </LinkButton>
        }
      >
        Try fewer words, or another state.
      </EmptyState>
    );
  }
  return <NoDocuments mayAdd={may("document.write")} projectId={project.id} />;
}

function NoDocuments({ projectId, mayAdd }: { readonly projectId: string; readonly mayAdd: boolean }) {
  if (!mayAdd) {
    return (
      <EmptyState icon={FileText} title="No documents yet">
        A manager of this project has to add articles before you can annotate.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={FileText}
      title="No documents yet"
      action={
        <>
          <LinkButton href={`/projects/${projectId}/documents/new`}>Paste an article</LinkButton>
          <LinkButton href={`/projects/${projectId}/documents/import`}>Import a file</LinkButton>
        </>
      }
    >
      Paste an article, or import a JSONL file with many.
    </EmptyState>
  );
}
