import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export interface ErrorStateProps {
  readonly title: string;
  /** What happened and what to do, in a sentence or two. */
  readonly children?: ReactNode;
  /** What the server's log knows this failure by. */
  readonly reference?: string | undefined;
  readonly action?: ReactNode;
}

/** Stands where content would be that could not be had. */
export function ErrorState({ title, children, reference, action }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center px-4 py-16 text-center">
      <CircleAlert aria-hidden strokeWidth={1.5} className="mb-4 size-7 text-danger" />
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {children !== undefined && <div className="mt-1.5 text-soft">{children}</div>}
      {reference !== undefined && (
        <p className="mt-2 text-sm text-soft">
          Reference <code className="font-mono text-ink select-all">{reference}</code>
        </p>
      )}
      {action !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
