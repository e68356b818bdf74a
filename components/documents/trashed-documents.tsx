"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import type { DocumentSummary } from "@/lib/contracts/document";
import { restoreAndTell, type RestoreDocument } from "./restore-and-tell";

export interface TrashedDocumentsProps {
  readonly projectId: string;
  readonly documents: readonly Pick<DocumentSummary, "id" | "title" | "source">[];
  readonly restore: RestoreDocument;
}

/** Documents that were moved to the trash, each with the way back. */
export function TrashedDocuments({ projectId, documents, restore }: TrashedDocumentsProps) {
  if (documents.length === 0) {
    return (
      <EmptyState icon={Trash2} title="The trash is empty">
        A document that is moved here can be restored for 30 days, with all that was marked in it.
      </EmptyState>
    );
  }
  return (
    <Panel>
      <ul>
        {documents.map((document) => (
          <TrashedDocument key={document.id} projectId={projectId} document={document} restore={restore} />
        ))}
      </ul>
    </Panel>
  );
}

interface TrashedDocumentProps {
  readonly projectId: string;
  readonly document: TrashedDocumentsProps["documents"][number];
  readonly restore: RestoreDocument;
}

function TrashedDocument({ projectId, document: { id, title, source }, restore }: TrashedDocumentProps) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const takeOut = async () => {
    setPending(true);
    if (await restoreAndTell(restore({ projectId, documentId: id }), title)) router.refresh();
    setPending(false);
  };
  return (
    <li className="flex items-center gap-4 border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <GivenText>{title}</GivenText>
        </p>
        {source !== null && (
          <p className="truncate text-sm text-soft">
            <GivenText>{source}</GivenText>
          </p>
        )}
      </div>
      <Button isPending={isPending} aria-label={`Restore ${title}`} onPress={() => void takeOut()}>
        Restore
      </Button>
    </li>
  );
}
