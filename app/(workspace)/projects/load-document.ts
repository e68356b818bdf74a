import { notFound } from "next/navigation";
import { cache } from "react";
import type { ArticleHeadProps } from "@/components/annotator/article-head";
import { DocumentIdSchema } from "@/lib/contracts/ids";
import type { DocumentView } from "@/lib/contracts/document";
import type { DocumentId } from "@/lib/core/ids";
import { orNotFound } from "@/lib/server/page-context";
import { readDocument } from "@/lib/usecases/documents/read-document";
import { loadProject, type OpenProject } from "./load-project";

interface OpenDocument extends OpenProject {
  readonly document: DocumentView;
}

/** The document of a page's address, read once a request; whoever may not see it gets "not found". */
export const loadDocument = cache(
  async (projectAddress: string, documentAddress: string): Promise<OpenDocument> => {
    const opened = await loadProject(projectAddress);
    const { data: documentId } = DocumentIdSchema.safeParse(documentAddress);
    if (documentId === undefined) notFound();
    const key = { projectId: opened.project.id, documentId };
    return { ...opened, document: await orNotFound(readDocument(opened.ctx, key)) };
  },
);

type Article = Pick<ArticleHeadProps, "title" | "source" | "publishedAt" | "words"> & {
  readonly id: DocumentId;
  readonly text: string;
  readonly language: string;
};

/** The document as the screens show it that have its text. */
export function articleOf({ id, title, text, meta }: DocumentView): Article {
  return {
    id,
    title,
    text,
    language: meta.language ?? "en",
    source: meta.source,
    publishedAt: meta.publishedAt,
    words: wordsIn(text),
  };
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
