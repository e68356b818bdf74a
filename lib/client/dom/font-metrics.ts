/** Measures of a font that no layout has to be asked for. */
export interface FontMetrics {
  /** From the lower edge of a character's box up to the baseline. */
  readonly descent: number;
  widthOf(text: string): number;
}

export function fontMetrics(element: Element): FontMetrics {
  const context = element.ownerDocument.createElement("canvas").getContext("2d");
  if (context === null) return { descent: 0, widthOf: (text) => text.length * 6 };
  const style = getComputedStyle(element);
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxDescent } = context.measureText("x");
  return { descent: fontBoundingBoxDescent, widthOf: (text) => context.measureText(text).width };
}
