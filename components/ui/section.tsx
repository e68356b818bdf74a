import type { ReactNode } from "react";

export interface SectionProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own heading, divided from the next by space and a hairline. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <section className="border-t border-line py-6 first:border-t-0 first:pt-0">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-lg font-semibold">{title}</h2>
          {description !== undefined && <div className="max-w-prose text-soft">{description}</div>}
        </div>
        {actions !== undefined && <div className="flex gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
