import { PageSkeleton } from "@/components/shell/page-skeleton";

export default function SchemaLoading() {
  return <PageSkeleton title="Schema" />;
}
