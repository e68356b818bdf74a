import { DocumentTableSkeleton } from "@/components/documents/document-table-skeleton";
import { Page } from "@/components/shell/page";

export default function DocumentsLoading() {
  return (
    <Page title="Documents" width="full">
      <DocumentTableSkeleton />
    </Page>
  );
}
