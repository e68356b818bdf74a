import type { ReactNode } from "react";
import { HELP_TOPICS, type HelpTopicId } from "./help-topics";

/** One topic of the help page under its heading, which can be linked to. */
export function HelpSection({ id, children }: { readonly id: HelpTopicId; readonly children: ReactNode }) {
  const title = HELP_TOPICS.find((topic) => topic.id === id)?.title;
  return (
    <section aria-labelledby={id} className="border-t border-line py-8 first:border-t-0 first:pt-0">
      <h2 id={id} className="mb-3 scroll-mt-16 font-serif text-2xl font-semibold">
        {title}
      </h2>
      <div className="prose">{children}</div>
    </section>
  );
}
