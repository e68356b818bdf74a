import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

export interface InspectorRowProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly isRequired?: boolean | undefined;
  readonly isMissing?: boolean | undefined;
  readonly nameId?: string | undefined;
  /** The keys that choose a value, shown while the row has the keyboard. */
  readonly keys?: string | null;
}

/** A name at the left, what belongs to it at the right. */
export function InspectorRow({
  name,
  children,
  isRequired = false,
  isMissing = false,
  nameId,
  keys = null,
}: InspectorRowProps) {
  return (
    <div className="group/row grid grid-cols-[5.75rem_minmax(0,1fr)] items-start gap-x-2">
      <span className="pt-0.5 text-soft">
        <span id={nameId}>
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
        {keys !== null && (
          <Kbd className="invisible ml-1.5 opacity-100! group-focus-within/row:visible">{keys}</Kbd>
        )}
      </span>
      {children}
    </div>
  );
}
