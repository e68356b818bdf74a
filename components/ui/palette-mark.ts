import type { PaletteColor } from "@/lib/core/schema/schema";

const LINE_STYLES = ["solid", "dotted", "dashed", "double", "wavy"] as const;
type LineStyle = (typeof LINE_STYLES)[number];

/** How one label is drawn: CSS values for background, selected background, line, and the line's style. */
export interface PaletteMark {
  readonly fill: string;
  readonly strong: string;
  readonly line: string;
  readonly style: LineStyle;
}

/**
 * The mark of the label at `index` of its schema. Styles cycle by place and colours are chosen by people, so the
 * first 60 labels of a schema that walks through the palette all look different, also without colour.
 */
export function paletteMark(color: PaletteColor, index: number): PaletteMark {
  return {
    fill: `var(--palette-${color}-fill)`,
    strong: `var(--palette-${color}-strong)`,
    line: `var(--palette-${color}-line)`,
    style: lineStyle(index),
  };
}

function lineStyle(index: number): LineStyle {
  const style = LINE_STYLES[index % LINE_STYLES.length];
  if (style === undefined) throw new RangeError(`Not a place in a schema: ${index}`);
  return style;
}
