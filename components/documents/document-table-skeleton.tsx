import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

const ROWS = ["w-3/5", "w-2/5", "w-1/2", "w-3/5", "w-1/3", "w-1/2", "w-2/5", "w-3/5"] as const;

/** Holds the place of a page of documents. */
export function DocumentTableSkeleton() {
  return (
    <div className="rounded-lg border border-line bg-paper">
      <VisuallyHidden>Loading documents</VisuallyHidden>
      {ROWS.map((width, index) => (
        <div key={index} className="flex h-10 items-center border-b border-line px-4 last:border-b-0">
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
