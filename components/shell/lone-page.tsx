import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Logo } from "./logo";
import { MAIN_ID } from "./skip-link";

/** A page without the frame, since nobody can say whose it would be: not found, out of order. */
export function LonePage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main id={MAIN_ID} className="flex min-h-dvh flex-col items-center px-4 pt-[max(2rem,14vh)]">
      <h1 className="sr-only">{title}</h1>
      <AppLink href="/" aria-label="Triptych, start page" className="rounded-sm">
        <Logo />
      </AppLink>
      {children}
    </main>
  );
}
