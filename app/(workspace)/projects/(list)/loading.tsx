import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export default function ProjectsLoading() {
  return (
    <Page title="Projects">
      <VisuallyHidden>Loading</VisuallyHidden>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Skeleton className="h-36" />
        <Skeleton className="h-36" />
        <Skeleton className="h-36" />
      </div>
    </Page>
  );
}
