import type { PaletteColor } from "@/lib/core/schema/schema";
import { paletteMark } from "./palette-mark";

export interface SwatchProps {
  readonly color: PaletteColor;
  readonly className?: string | undefined;
}

/** A square of a palette colour. Decoration: a name stands beside it. */
export function Swatch({ color, className = "size-3" }: SwatchProps) {
  return (
    <span
      aria-hidden
      style={{ background: paletteMark(color, 0).line }}
      className={`inline-block shrink-0 rounded-sm forced-color-adjust-none ${className}`}
    />
  );
}
