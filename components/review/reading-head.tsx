import type { ReactNode } from "react";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { SetId } from "@/lib/core/ids";
import { acceptCommand } from "./accept-command";
import { useReviewBench, type SetColumn } from "./review-context";

/** The first line of a reading: what it is, whose, and how it is accepted. */
export function ReadingHead({
  sets,
  children,
}: {
  readonly sets: readonly SetId[];
  readonly children: ReactNode;
}) {
  const { columns, run } = useReviewBench();
  const keysOf = useCommandKeys();
  const holders = columns.filter(({ id }) => sets.includes(id));
  const command = acceptCommand(columns.findIndex(({ id }) => id === sets[0]));
  return (
    <div className="flex items-center gap-2">
      {children}
      <span className="min-w-0 flex-1 truncate text-soft">{inWords(holders)}</span>
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
  );
}

/** Who has nothing here. */
export function Absent({
  columns,
  did,
}: {
  readonly columns: readonly SetColumn[];
  /** What they did instead: "marked nothing here". */
  readonly did: string;
}) {
  if (columns.length === 0) return null;
  return (
    <li className="rounded-lg border border-dashed border-line px-3 py-2 text-soft">
      {inWords(columns)} {did}.
    </li>
  );
}

function inWords(columns: readonly SetColumn[]): string {
  return columns.map(({ letter, name }) => `${letter} ${name}`).join(", ");
}
