import type { Annotation } from "@/lib/core/annotation/annotation";
import { paletteMark } from "@/components/ui/palette-mark";
import { useWorkbench } from "./workbench";

/** An annotation by its words, drawn as it is in the text. */
export function AnnotationChip({ annotation }: { readonly annotation: Annotation }) {
  const { schema } = useWorkbench();
  const index = schema.labels.findIndex(({ key }) => key === annotation.label);
  const label = schema.labels[index];
  const mark = paletteMark(label?.color ?? "slate", Math.max(0, index));
  return (
    <span
      className="inline-block max-w-full truncate rounded-t-sm border-b-2 px-1 align-bottom font-serif text-ink"
      style={{
        background: mark.fill,
        borderBottomColor: mark.line,
        borderBottomStyle: mark.style === "wavy" ? "dotted" : mark.style,
      }}
    >
      <span className="sr-only">{label?.name ?? annotation.label}: </span>
      {annotation.quote}
    </span>
  );
}
