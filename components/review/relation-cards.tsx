"use client";

import { ArrowRight } from "lucide-react";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Point } from "@/lib/core/review/points";
import { relationReadingsOf } from "@/lib/core/review/readings";
import { relationTypeOf } from "@/lib/core/schema/schema";
import { acceptCommand } from "./accept-command";
import { useReviewBench } from "./review-context";
import { valueWords } from "./value-words";

/** A relation on which sets differ: who has it, and who could have it and has not. */
export function RelationCards({
  point: { relation },
}: {
  readonly point: Extract<Point, { of: "relation" }>;
}) {
  const { columns, schema, run } = useReviewBench();
  const keysOf = useCommandKeys();
  const type = relationTypeOf(schema, relation.type);
  const without = columns.filter(({ id }) => relation.without.includes(id));
  const [from, to] = [relation.from, relation.to].map(({ members }) => members[0]?.annotation.quote ?? "");
  return (
    <ul aria-label="Readings" className="flex flex-col gap-2">
      {relationReadingsOf(relation).map(({ sets, value }) => {
        const command = acceptCommand(columns.findIndex(({ id }) => id === sets[0]));
        const holders = columns.filter(({ id }) => sets.includes(id));
        return (
          <li key={value.id} className="rounded-lg border border-line bg-paper p-2.5">
            <div className="flex items-center gap-2">
              <span className="font-semibold">{type?.name ?? relation.type}</span>
              <span className="min-w-0 flex-1 truncate text-soft">
                {holders.map(({ letter, name }) => `${letter} ${name}`).join(", ")}
              </span>
              {command !== null && (
                <Button
                  size="small"
                  aria-label={`Accept ${holders.map(({ letter }) => letter).join(", ")}`}
                  onPress={() => run(command)}
                >
                  Accept <Kbd>{keysOf(command)[0] ?? ""}</Kbd>
                </Button>
              )}
            </div>
            <p className="mt-1.5 flex flex-wrap items-center gap-1.5 font-serif [overflow-wrap:anywhere]">
              {from} <ArrowRight aria-label="to" className="size-3.5 shrink-0 text-soft" /> {to}
            </p>
            {Object.entries(value.attributes).map(([key, one]) => (
              <p key={key} className="text-sm text-soft">
                {key}: {valueWords(one)}
              </p>
            ))}
          </li>
        );
      })}
      {without.length > 0 && (
        <li className="rounded-lg border border-dashed border-line px-3 py-2 text-soft">
          {without.map(({ letter, name }) => `${letter} ${name}`).join(", ")} did not link the two.
        </li>
      )}
    </ul>
  );
}
