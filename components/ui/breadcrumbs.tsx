import { ChevronLeft } from "lucide-react";
import { AppLink } from "./app-link";
import { classNames } from "./class-names";

export interface Crumb {
  readonly label: string;
  /** Without it the crumb is the page one is on. */
  readonly href?: string | undefined;
}

/** The way up. Where there is no room for all of it, the nearest parent and the page remain. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="min-w-0">
      <ol className="flex min-w-0 items-center">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1;
          const isParent = index === crumbs.length - 2;
          return (
            <li
              key={`${index} ${crumb.label}`}
              className={classNames(
                "items-center",
                isLast ? "flex min-w-0" : "shrink-0",
                isParent ? "flex" : !isLast && "hidden md:flex",
              )}
            >
              {crumb.href === undefined ? (
                <span
                  aria-current={isLast ? "page" : undefined}
                  className={classNames("truncate", isLast && "font-medium")}
                >
                  {crumb.label}
                </span>
              ) : (
                <AppLink
                  href={crumb.href}
                  className="inline-flex max-w-48 items-center gap-0.5 rounded-sm text-soft max-sm:-my-3 max-sm:p-3 transition-colors hover:text-ink"
                >
                  {isParent && <ChevronLeft aria-hidden className="-ml-1 size-4 shrink-0 md:hidden" />}
                  <span className={classNames("truncate", isParent && "max-sm:sr-only")}>{crumb.label}</span>
                </AppLink>
              )}
              {!isLast && (
                <span aria-hidden className="mx-2 text-soft max-md:hidden">
                  /
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
