import { Markdown } from "@/components/ui/markdown";
import { markdownOutline } from "@/components/ui/markdown-outline";
import { OutlineNav } from "./outline-nav";

/** A guideline as one reads it, with its headings beside it. */
export function GuidelineView({ markdown }: { readonly markdown: string }) {
  const entries = markdownOutline(markdown);
  const headingIds = new Map(entries.map(({ line, id }) => [line, id]));
  return (
    <div className="flex flex-col gap-8 lg:flex-row lg:gap-12">
      <div className="min-w-0 lg:w-measure">
        <Markdown headingIds={headingIds}>{markdown}</Markdown>
      </div>
      {entries.length > 1 && (
        <div className="shrink-0 max-lg:order-first max-lg:border-b max-lg:border-line max-lg:pb-4 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)] lg:w-56 lg:self-start lg:overflow-y-auto">
          <OutlineNav entries={entries} />
        </div>
      )}
    </div>
  );
}
