import type { ReactNode } from "react";

/** The buttons at a dialog's or form's end: the one that goes on stands last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
