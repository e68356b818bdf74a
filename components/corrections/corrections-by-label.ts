import type { CorrectedDocument, CorrectionView } from "@/lib/contracts/correction";
import { groupBy } from "@/lib/core/group-by";
import type { DocumentId, SetId } from "@/lib/core/ids";

/** A correction with the document it belongs to. */
export interface PlacedCorrection {
  readonly correction: CorrectionView;
  readonly documentId: DocumentId;
  readonly setId: SetId;
  readonly title: string;
}

/** The corrections of all documents by the label that should have been there, else the one that was. */
export function correctionsByLabel(
  documents: readonly CorrectedDocument[],
): ReadonlyMap<string, readonly PlacedCorrection[]> {
  const all = documents.flatMap(({ documentId, setId, title, corrections }) =>
    corrections.map((correction): PlacedCorrection => ({ correction, documentId, setId, title })),
  );
  return groupBy(all, ({ correction: { gold, own } }) => (gold ?? own)?.label ?? "");
}
