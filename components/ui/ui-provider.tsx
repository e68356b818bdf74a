"use client";

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ToastRegion } from "./toast-region";

/** One language on server and browser, so that what is rendered agrees, and the place where toasts appear. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <I18nProvider locale="en-GB">
      {children}
      <ToastRegion />
    </I18nProvider>
  );
}
