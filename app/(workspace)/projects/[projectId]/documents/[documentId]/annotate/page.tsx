import type { Metadata } from "next";
import type { DocumentRailProps } from "@/components/annotator/document-rail";
import { KeyboardProvider } from "@/components/keyboard/keyboard-context";
import { Annotator } from "@/components/annotator/annotator";
import type { DocumentId } from "@/lib/core/ids";
import { serverEnv } from "@/lib/server/env";
import { personOf, type Context } from "@/lib/usecases/context";
import { ownProfile } from "@/lib/usecases/accounts/own-profile";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";
import { encodeCursor } from "@/lib/usecases/cursor";
import { listDocuments } from "@/lib/usecases/documents/list-documents";
import type { DocumentInput } from "@/lib/usecases/documents/read-document";
import { readNeighbours } from "@/lib/usecases/documents/read-neighbours";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { listSets } from "@/lib/usecases/sets/list-sets";
import { readSet } from "@/lib/usecases/sets/read-set";
import { currentViewer } from "../../../../../current-viewer";
import { articleOf, loadDocument } from "../../../../load-document";

interface AnnotatePageProps {
  readonly params: Promise<{ readonly projectId: string; readonly documentId: string }>;
}

export async function generateMetadata({ params }: AnnotatePageProps): Promise<Metadata> {
  const { document } = await loadDocument(
    await params.then(({ projectId }) => projectId),
    (await params).documentId,
  );
  return { title: document.title };
}

export default async function AnnotatePage({ params }: AnnotatePageProps) {
  const { projectId, documentId } = await params;
  const { ctx, project, may, document } = await loadDocument(projectId, documentId);
  const key = { projectId: project.id, documentId: document.id };
  const userId = personOf(ctx);
  const kind = project.mode === "shared" ? "shared" : "annotator";
  const [viewer, profile, keyboard, schema, guideline, neighbours, sets] = await Promise.all([
    currentViewer(),
    ownProfile(ctx),
    readKeyboard(ctx),
    readSchema(ctx, key),
    readGuideline(ctx, key),
    readNeighbours(ctx, key),
    listSets(ctx, key),
  ]);
  const documents = await documentsAround(ctx, key, neighbours.previous);
  const own = sets.items.find(
    (set) => set.kind === kind && (kind === "shared" || set.annotator?.id === userId),
  );
  return (
    <KeyboardProvider keyboard={keyboard}>
      <Annotator
        viewer={viewer}
        userId={userId}
        build={serverEnv().build}
        sharesPresence={profile.sharesPresence}
        project={{ id: project.id, name: project.name }}
        document={articleOf(document)}
        schema={schema}
        guideline={guideline.markdown}
        snapshot={own === undefined ? null : await readSet(ctx, { projectId: project.id, setId: own.id })}
        kind={may(kind === "shared" ? "sharedSet.open" : "annotatorSet.open") ? kind : null}
        documents={documents}
        neighbours={neighbours}
      />
    </KeyboardProvider>
  );
}

const RAIL = 50;

/** The first documents of the list, or those from this one on where it lies further down. */
async function documentsAround(
  ctx: Context,
  { projectId, documentId }: DocumentInput,
  previous: DocumentId | null,
): Promise<Pick<DocumentRailProps, "documents" | "total">> {
  const first = await listDocuments(ctx, { projectId, limit: RAIL, trash: false });
  const isAmong = previous === null || first.items.some(({ id }) => id === documentId);
  const { items, total } = isAmong
    ? first
    : await listDocuments(ctx, { projectId, limit: RAIL, trash: false, cursor: encodeCursor([previous]) });
  const documents = items.map(({ id, title, source, mySet }) => ({
    id,
    title,
    source,
    state: mySet?.state ?? null,
  }));
  return { documents, total };
}
