import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { Page } from "./page";

/** A page of which only the title is known yet. */
export function PageSkeleton({ title }: { readonly title: string }) {
  return (
    <Page title={title}>
      <VisuallyHidden>Loading</VisuallyHidden>
      <div className="flex max-w-2xl flex-col gap-3">
        <Skeleton className="h-5 w-1/3" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-24 w-full" />
      </div>
    </Page>
  );
}
