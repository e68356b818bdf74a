import { GivenText } from "@/components/ui/given-text";
import { paletteMark } from "@/components/ui/palette-mark";
import type { PaletteColor } from "@/lib/core/schema/schema";

export interface MarkPreviewProps {
  readonly color: PaletteColor;
  /** The label's place in its schema; it decides the line's style. */
  readonly index: number;
  readonly children: string;
}

/** A word marked as a label marks it in an article. */
export function MarkPreview({ color, index, children }: MarkPreviewProps) {
  const { fill, line, style } = paletteMark(color, index);
  return (
    <span
      style={{ background: fill, textDecorationColor: line, textDecorationStyle: style }}
      className="rounded-[1px] px-0.5 font-serif text-lg leading-7 underline decoration-2 underline-offset-4 [overflow-wrap:anywhere]"
    >
      <GivenText>{children}</GivenText>
    </span>
  );
}
