import type { ReactNode } from "react";

export interface InspectorRowProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly isRequired?: boolean | undefined;
  readonly isMissing?: boolean | undefined;
  readonly nameId?: string | undefined;
}

/** A name at the left, what belongs to it at the right. */
export function InspectorRow({
  name,
  children,
  isRequired = false,
  isMissing = false,
  nameId,
}: InspectorRowProps) {
  return (
    <div className="grid grid-cols-[5.75rem_minmax(0,1fr)] items-start gap-x-2">
      <span id={nameId} className="pt-0.5 text-soft">
        {name}
        {isRequired && (
          <>
            <span aria-hidden className={isMissing ? "text-warn" : undefined}>
              {" *"}
            </span>
            <span className="sr-only"> (required)</span>
          </>
        )}
      </span>
      {children}
    </div>
  );
}
