"use client";

import { useLayoutEffect, useRef } from "react";
import { SetStateBadge } from "@/components/shell/set-state-badge";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { SetState } from "@/lib/core/workflow/set-state";

export interface RailDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly source: string | null;
  /** Of one's own set; null where one has not begun. */
  readonly state: SetState | null;
}

export interface DocumentRailProps {
  readonly projectId: ProjectId;
  readonly current: DocumentId;
  readonly documents: readonly RailDocument[];
  readonly total: { readonly value: number; readonly capped: boolean };
}

/** The documents around this one, beside the text where there is room for them. */
export function DocumentRail({ projectId, current, documents, total }: DocumentRailProps) {
  const list = useRef<HTMLUListElement>(null);

  // The list's own scroll position: the open document is in sight.
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  return (
    <nav
      aria-label="Documents"
      className="flex w-60 shrink-0 flex-col border-r border-line bg-ground max-xl:hidden"
    >
      <p className="flex items-baseline justify-between px-4 pt-3 pb-2 text-sm font-semibold tracking-wide text-soft">
        <span className="uppercase">Documents</span>
        <span className="tabular-nums">
          {total.value.toLocaleString("en-GB")}
          {total.capped && "+"}
        </span>
      </p>
      <ul ref={list} className="min-h-0 flex-1 overflow-y-auto">
        {documents.map(({ id, title, source, state }) => (
          <li key={id}>
            <AppLink
              href={`/projects/${projectId}/documents/${id}/annotate`}
              aria-current={id === current ? "page" : undefined}
              className={classNames(
                "block border-l-2 px-3.5 py-2 -outline-offset-2 focus-visible:-outline-offset-2",
                id === current ? "border-accent bg-paper" : "border-transparent hover:bg-hover",
              )}
            >
              <span className="block truncate font-medium">{title}</span>
              <span className="mt-0.5 flex items-center justify-between gap-2 text-sm text-soft">
                <span className="truncate">{source}</span>
                {state !== null && <SetStateBadge state={state} />}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
