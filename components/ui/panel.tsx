import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A framed surface around a table or a form. The one frame: what is inside is parted by hairlines. */
export function Panel({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  return (
    <div className={classNames("overflow-hidden rounded-lg border border-line bg-paper", className)}>
      {children}
    </div>
  );
}
