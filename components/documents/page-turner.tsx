import { ChevronFirst, ChevronLeft, ChevronRight } from "lucide-react";
import { formatCount } from "@/components/ui/format-count";
import { LinkButton } from "@/components/ui/link-button";
import type { Page } from "@/lib/contracts/page";
import {
  documentListHref,
  filteredBy,
  nextPage,
  previousPage,
  type DocumentListPlace,
} from "./document-list-address";

export interface PageTurnerProps {
  readonly projectId: string;
  readonly place: DocumentListPlace;
  readonly total: Page<unknown>["total"];
  readonly nextCursor: string | null;
}

export function PageTurner({ projectId, place, total, nextCursor }: PageTurnerProps) {
  const previous = previousPage(place);
  const isFirst = place.cursor === undefined;
  if (isFirst && nextCursor === null) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex flex-wrap items-center gap-2">
      {!isFirst && (
        <LinkButton href={documentListHref(projectId, filteredBy(place, {}))} aria-label="First page">
          <ChevronFirst aria-hidden />
          <span className="max-sm:hidden">First</span>
        </LinkButton>
      )}
      {previous !== null && (
        <LinkButton rel="prev" href={documentListHref(projectId, previous)}>
          <ChevronLeft aria-hidden /> Previous
        </LinkButton>
      )}
      {nextCursor !== null && (
        <LinkButton rel="next" href={documentListHref(projectId, nextPage(place, nextCursor))}>
          Next <ChevronRight aria-hidden />
        </LinkButton>
      )}
      <span className="ml-auto text-soft">{formatCount(total.value, total.capped)} in all</span>
    </nav>
  );
}
