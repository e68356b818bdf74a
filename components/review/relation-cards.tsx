"use client";

import { ArrowRight } from "lucide-react";
import type { Point } from "@/lib/core/review/points";
import { relationReadingsOf } from "@/lib/core/review/readings";
import { relationTypeOf } from "@/lib/core/schema/schema";
import { Absent, ReadingHead } from "./reading-head";
import { useReviewBench } from "./review-context";
import { valueWords } from "./value-words";

/** A relation on which sets differ: who has it, and who could have it and has not. */
export function RelationCards({
  point: { relation },
}: {
  readonly point: Extract<Point, { of: "relation" }>;
}) {
  const { columns, schema } = useReviewBench();
  const type = relationTypeOf(schema, relation.type);
  const without = columns.filter(({ id }) => relation.without.includes(id));
  const [from, to] = [relation.from, relation.to].map(({ members }) => members[0]?.annotation.quote ?? "");
  return (
    <ul aria-label="Readings" className="flex flex-col gap-2">
      {relationReadingsOf(relation).map(({ sets, value }) => (
        <li key={value.id} className="rounded-lg border border-line bg-paper p-2.5">
          <ReadingHead sets={sets}>
            <span className="font-semibold">{type?.name ?? relation.type}</span>
          </ReadingHead>
          <p className="mt-1.5 flex flex-wrap items-center gap-1.5 font-serif [overflow-wrap:anywhere]">
            {from} <ArrowRight aria-label="to" className="size-3.5 shrink-0 text-soft" /> {to}
          </p>
          {Object.entries(value.attributes).map(([key, one]) => (
            <p key={key} className="text-sm text-soft">
              {key}: {valueWords(one)}
            </p>
          ))}
        </li>
      ))}
      <Absent columns={without} did="did not link the two" />
    </ul>
  );
}
