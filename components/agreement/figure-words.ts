import type { Coefficient, UndefinedReason } from "@/lib/core/agreement/coefficient";
import type { PanelFigure } from "@/lib/core/agreement/panel";

const REASONS: Record<UndefinedReason, string> = {
  no_units: "nothing marked",
  no_variation: "no variation",
  single_annotator: "one annotator",
  overlaps_present: "overlaps",
};

/** `0.40`, or why there is no number. */
export function inWords({ value, reason }: Coefficient): string {
  return value === null ? REASONS[reason] : decimal(value);
}

/** Two decimals: what documents' chance leaves of a figure is rarely worth a third. */
export function decimal(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

/** The figure of an entry by its name and label, of all annotators together. */
export function figureOf(
  figures: readonly PanelFigure[],
  entry: string,
  name: string,
  label: string | null,
): PanelFigure | undefined {
  return figures.find(
    (figure) =>
      figure.entry === entry && figure.name === name && figure.label === label && figure.annotators === null,
  );
}
