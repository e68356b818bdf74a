import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface PageProps {
  readonly title: ReactNode;
  /** A line under the title: counts, dates, what this page is for. */
  readonly description?: ReactNode;
  /** Buttons at the right of the title; the primary one last. */
  readonly actions?: ReactNode;
  /** `narrow` for forms and prose, `wide` for cards, `full` for tables that use the whole width. */
  readonly width?: "narrow" | "wide" | "full" | undefined;
  readonly children: ReactNode;
}

const WIDTHS = { narrow: "max-w-2xl", wide: "max-w-6xl", full: "" } as const;

/** The content of a page inside the shell, with the page's one h1. Stands in the middle where no navigation stands beside it. */
export function Page({ title, description, actions, width = "wide", children }: PageProps) {
  return (
    <div
      className={classNames(
        "w-full px-4 pt-6 pb-12 in-data-alone:mx-auto sm:px-6 lg:px-8 lg:pt-8",
        WIDTHS[width],
      )}
    >
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-serif text-2xl font-semibold tracking-[-0.01em] [overflow-wrap:anywhere] sm:text-3xl">
            {title}
          </h1>
          {description !== undefined && <div className="mt-1 text-soft">{description}</div>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <div>{children}</div>
    </div>
  );
}
