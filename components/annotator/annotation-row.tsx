"use client";

import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Swatch } from "@/components/ui/swatch";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { labelOf } from "@/lib/core/schema/schema";
import { useWorkbench } from "./workbench";

export const ROW_HEIGHT = 29;

export interface AnnotationRowProps {
  readonly id: string;
  readonly annotation: Annotation;
  readonly top: number;
  readonly place: number;
  readonly total: number;
  readonly isCurrent: boolean;
  /** What it still lacks, as a short question. */
  readonly missing: string | null;
  /** Who else made it. */
  readonly author: string | null;
  readonly onSelect: () => void;
}

/** One line of the list: colour, words, and its first attribute or what is missing. */
export function AnnotationRow({
  id,
  annotation,
  top,
  place,
  total,
  isCurrent,
  missing,
  author,
  onSelect,
}: AnnotationRowProps) {
  const { schema } = useWorkbench();
  const label = labelOf(schema, annotation.label);
  const first = label?.attributes
    .map(({ key }) => annotation.attributes[key])
    .find((value) => typeof value === "string");
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-setsize={total}
      aria-posinset={place}
      aria-label={[
        `${label?.name ?? annotation.label}: ${annotation.quote}`,
        missing ?? first,
        author === null ? null : `by ${author}`,
      ]
        .filter(Boolean)
        .join(", ")}
      onClick={onSelect}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
      className={classNames(
        "absolute top-0 left-0 flex w-full items-center gap-2 px-4",
        isCurrent ? "bg-paper shadow-[inset_2px_0_var(--accent)]" : "hover:bg-hover",
      )}
    >
      <Swatch color={label?.color ?? "slate"} className="size-3.5" />
      <span className="min-w-0 flex-1 truncate font-serif text-lg">{annotation.quote}</span>
      <span
        className={classNames(
          "max-w-28 shrink-0 truncate text-sm",
          missing === null ? "text-soft" : "text-warn",
        )}
      >
        {missing ?? first}
      </span>
      {author !== null && <Avatar name={author} size="small" />}
    </div>
  );
}
