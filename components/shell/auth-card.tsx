import type { ReactNode } from "react";
import { Logo } from "./logo";
import { MAIN_ID } from "./skip-link";

export interface AuthCardProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Under the card: another way in, where to ask. */
  readonly footer?: ReactNode;
}

/** The page of someone not signed in: set-up, sign-in, invitation. */
export function AuthCard({ title, description, children, footer }: AuthCardProps) {
  return (
    <main id={MAIN_ID} className="flex min-h-dvh flex-col items-center px-4 pt-[max(2rem,14vh)] pb-10">
      <Logo className="mb-6" />
      <section className="w-full max-w-96 rounded-xl border border-line bg-paper p-6 sm:p-7">
        <h1 className="font-serif text-2xl font-semibold tracking-[-0.01em]">{title}</h1>
        {description !== undefined && <div className="mt-1.5 text-soft">{description}</div>}
        <div className="mt-5 flex flex-col gap-4">{children}</div>
      </section>
      {footer !== undefined && <div className="mt-5 max-w-96 text-center text-sm text-soft">{footer}</div>}
    </main>
  );
}
