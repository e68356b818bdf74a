import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children?: ReactNode;
  readonly icon?: LucideIcon | undefined;
  /** One or two buttons. */
  readonly action?: ReactNode;
}

/** Stands where a list would be. Says what belongs here and how to get it. */
export function EmptyState({ title, children, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-4 py-16 text-center">
      {Icon !== undefined && <Icon aria-hidden strokeWidth={1.5} className="mb-4 size-7 text-soft" />}
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {children !== undefined && <div className="mt-1.5 text-soft">{children}</div>}
      {action !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
