import type { ReactNode } from "react";

export interface ArticleHeadProps {
  readonly title: string;
  /** The title is the text's own beginning, which is read a line further down. */
  readonly isInText: boolean;
  readonly source: string | null;
  readonly publishedAt: string | null;
  readonly words: number;
  readonly aside?: ReactNode;
}

export function ArticleHead({ title, isInText, source, publishedAt, words, aside }: ArticleHeadProps) {
  const facts = [
    source,
    publishedAt === null ? null : dateWords(publishedAt),
    `${words.toLocaleString("en-GB")} words`,
  ];
  return (
    <header className="mb-6">
      <h1
        className={
          isInText
            ? "sr-only"
            : "font-serif text-2xl font-semibold tracking-[-0.01em] [overflow-wrap:anywhere] sm:text-3xl"
        }
      >
        {title}
      </h1>
      <div className="mt-1.5 flex gap-3">
        <p className="min-w-0 flex-1 text-soft">
          {facts.filter((fact) => fact !== null && fact !== "").join(" · ")}
        </p>
        {aside}
      </div>
    </header>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** A whole date as people write it; a year or a month as it was given. */
function dateWords(date: string): string {
  const time = Date.parse(date);
  return date.length < 10 || Number.isNaN(time) ? date : DAY.format(time);
}
