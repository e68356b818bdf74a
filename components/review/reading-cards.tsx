"use client";

import { paletteMark } from "@/components/ui/palette-mark";
import { Swatch } from "@/components/ui/swatch";
import { valueWords } from "@/components/review/value-words";
import type { Annotation } from "@/lib/core/annotation/annotation";
import type { SetId } from "@/lib/core/ids";
import type { Point } from "@/lib/core/review/points";
import { readingsOf } from "@/lib/core/review/readings";
import { Absent, ReadingHead } from "./reading-head";
import { useReviewBench } from "./review-context";

/** The readings side by side: who has which, with what differs standing out. */
export function ReadingCards({ point }: { readonly point: Extract<Point, { of: "annotation" }> }) {
  const { columns } = useReviewBench();
  const readings = readingsOf(point.cluster);
  const absent = columns.filter(({ id }) => point.cluster.members.every(({ setId }) => setId !== id));
  const differing = new Set(
    point.differences.flatMap((one) => (one.kind === "attribute" ? [`attribute ${one.key}`] : [one.kind])),
  );
  return (
    <ul aria-label="Readings" className="flex flex-col gap-2">
      {readings.map(({ sets, value }) => (
        <li key={value.id}>
          <ReadingCard sets={sets} annotation={value} differing={differing} />
        </li>
      ))}
      <Absent columns={absent} did="marked nothing here" />
    </ul>
  );
}

interface ReadingCardProps {
  readonly sets: readonly SetId[];
  readonly annotation: Annotation;
  readonly differing: ReadonlySet<string>;
}

function ReadingCard({ sets, annotation, differing }: ReadingCardProps) {
  const { schema } = useReviewBench();
  const index = schema.labels.findIndex(({ key }) => key === annotation.label);
  const label = schema.labels[index];
  const { line } = paletteMark(label?.color ?? "slate", Math.max(0, index));
  const attributes = label?.attributes.filter(({ key }) => annotation.attributes[key] !== undefined) ?? [];
  return (
    <div className="rounded-lg border border-line bg-paper p-2.5">
      <ReadingHead sets={sets}>
        <Swatch color={label?.color ?? "slate"} className="size-3.5" />
        <span className={differing.has("label") ? "font-semibold underline" : "font-semibold"}>
          {label?.name ?? annotation.label}
        </span>
      </ReadingHead>
      <blockquote
        className="mt-1.5 max-h-32 overflow-y-auto border-l-2 pl-2.5 font-serif [overflow-wrap:anywhere]"
        style={{ borderColor: line }}
        tabIndex={annotation.quote.length > 240 ? 0 : undefined}
      >
        {differing.has("boundary") ? (
          <mark className="bg-transparent text-ink underline">{annotation.quote}</mark>
        ) : (
          annotation.quote
        )}
      </blockquote>
      {attributes.length > 0 && (
        <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
          {attributes.map(({ key, name }) => (
            <div key={key} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className={differing.has(`attribute ${key}`) ? "font-semibold" : undefined}>
                {valueWords(annotation.attributes[key] ?? null)}
                {differing.has(`attribute ${key}`) && <span className="sr-only"> (differs)</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {annotation.note !== null && <p className="mt-1.5 text-sm text-soft">Note: {annotation.note}</p>}
    </div>
  );
}
