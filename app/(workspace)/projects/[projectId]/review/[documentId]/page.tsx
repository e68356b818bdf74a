import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { KeyboardProvider } from "@/components/keyboard/keyboard-context";
import { ReviewScreen } from "@/components/review/review-screen";
import { DocumentIdSchema } from "@/lib/contracts/ids";
import { orNotFound } from "@/lib/server/page-context";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";
import { personOf } from "@/lib/usecases/context";
import { readDocument } from "@/lib/usecases/documents/read-document";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { readReview } from "@/lib/usecases/review/read-review";
import { readReviewNeighbours } from "@/lib/usecases/review/read-review-neighbours";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { currentViewer } from "../../../../current-viewer";
import { loadProject } from "../../../load-project";

interface ReviewPageProps {
  readonly params: Promise<{ readonly projectId: string; readonly documentId: string }>;
}

export async function generateMetadata({ params }: ReviewPageProps): Promise<Metadata> {
  const { projectId, documentId } = await params;
  const { document } = await loadDocument(projectId, documentId);
  return { title: `Review: ${document.title}` };
}

export default async function ReviewPage({ params }: ReviewPageProps) {
  const { projectId, documentId } = await params;
  const { ctx, project, document } = await loadDocument(projectId, documentId);
  const key = { projectId: project.id, documentId: document.id };
  const [viewer, keyboard, schema, guideline, view, neighbours] = await Promise.all([
    currentViewer(),
    readKeyboard(ctx),
    readSchema(ctx, key),
    readGuideline(ctx, key),
    readReview(ctx, key),
    readReviewNeighbours(ctx, key),
  ]);
  return (
    <KeyboardProvider keyboard={keyboard}>
      <ReviewScreen
        key={document.id}
        viewer={viewer}
        userId={personOf(ctx)}
        project={{ id: project.id, name: project.name }}
        document={{
          id: document.id,
          title: document.title,
          text: document.text,
          language: document.meta.language ?? "en",
          source: document.meta.source,
          publishedAt: document.meta.publishedAt,
          words: wordsIn(document.text),
        }}
        schema={schema}
        guideline={guideline.markdown}
        view={view}
        neighbours={neighbours}
      />
    </KeyboardProvider>
  );
}

/** Whoever may not review finds nothing here. */
const loadDocument = cache(async (projectAddress: string, documentAddress: string) => {
  const opened = await loadProject(projectAddress);
  const { data: documentId } = DocumentIdSchema.safeParse(documentAddress);
  if (documentId === undefined || !opened.may("review.read")) notFound();
  const document = await orNotFound(readDocument(opened.ctx, { projectId: opened.project.id, documentId }));
  return { ...opened, document };
});

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
