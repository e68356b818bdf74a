import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { classNames } from "./class-names";

export interface CardProps {
  readonly title: ReactNode;
  /** Makes the whole card lead there. */
  readonly href?: string | undefined;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** A quiet line at the bottom edge. */
  readonly footer?: ReactNode;
  readonly className?: string | undefined;
}

/** One of several like things. No cards inside cards. */
export function Card({ title, href, description, children, footer, className }: CardProps) {
  return (
    <article
      className={classNames(
        "relative flex flex-col rounded-lg border border-line bg-paper p-4",
        href !== undefined && "transition-colors hover:border-edge",
        className,
      )}
    >
      <h2 className="text-lg font-semibold [overflow-wrap:anywhere]">
        {href === undefined ? (
          title
        ) : (
          <AppLink
            href={href}
            className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
          >
            {title}
          </AppLink>
        )}
      </h2>
      {description !== undefined && <div className="mt-0.5 text-soft">{description}</div>}
      {children !== undefined && <div className="mt-3">{children}</div>}
      {footer !== undefined && (
        <div className="mt-auto flex items-center gap-3 pt-4 text-sm text-soft">{footer}</div>
      )}
    </article>
  );
}
