import { PageSkeleton } from "@/components/shell/page-skeleton";

export default function GuidelineLoading() {
  return <PageSkeleton title="Guideline" />;
}
