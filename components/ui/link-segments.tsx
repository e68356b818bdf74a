import { AppLink } from "./app-link";
import { classNames } from "./class-names";

export interface LinkSegment {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** A segmented control whose choice is part of the address, so that it can be shared and gone back to. */
export function LinkSegments({
  label,
  segments,
}: {
  readonly label: string;
  readonly segments: readonly LinkSegment[];
}) {
  return (
    <nav
      aria-label={label}
      className="w-fit max-w-full overflow-x-auto rounded-md border border-line bg-paper"
    >
      <ul className="flex w-max">
        {segments.map((segment) => (
          <li key={segment.href} className="border-l border-line first:border-l-0">
            <AppLink
              href={segment.href}
              aria-current={segment.isCurrent ? "true" : undefined}
              className={classNames(
                "flex h-7.5 items-center px-3 font-medium whitespace-nowrap transition-colors focus-visible:rounded-sm focus-visible:-outline-offset-2 pointer-coarse:h-11",
                segment.isCurrent
                  ? "bg-accent text-on-accent focus-visible:outline-on-accent forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]"
                  : "hover:bg-hover",
              )}
            >
              {segment.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
