import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KeyboardProvider } from "@/components/keyboard/keyboard-context";
import { ReviewScreen } from "@/components/review/review-screen";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";
import { personOf } from "@/lib/usecases/context";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { readReview } from "@/lib/usecases/review/read-review";
import { readReviewNeighbours } from "@/lib/usecases/review/read-review-neighbours";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { currentViewer } from "../../../../current-viewer";
import { articleOf, loadDocument } from "../../../load-document";

interface ReviewPageProps {
  readonly params: Promise<{ readonly projectId: string; readonly documentId: string }>;
}

export async function generateMetadata({ params }: ReviewPageProps): Promise<Metadata> {
  const { projectId, documentId } = await params;
  const { may, document } = await loadDocument(projectId, documentId);
  if (!may("review.read")) notFound();
  return { title: `Review: ${document.title}` };
}

export default async function ReviewPage({ params }: ReviewPageProps) {
  const { projectId, documentId } = await params;
  const { ctx, project, may, document } = await loadDocument(projectId, documentId);
  if (!may("review.read")) notFound();
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
        document={articleOf(document)}
        schema={schema}
        guideline={guideline.markdown}
        view={view}
        neighbours={neighbours}
      />
    </KeyboardProvider>
  );
}
