import type { PanelFigure } from "@/lib/core/agreement/panel";
import { tableRow } from "@/lib/core/exchange/formats/table";

/** Every figure, one a line, at full precision. */
export function figuresCsv(
  figures: readonly PanelFigure[],
  annotators: readonly { readonly id: string; readonly name: string }[],
): string {
  const names = new Map(annotators.map(({ id, name }) => [id, name]));
  const rows = figures.map(({ entry, name, label, annotators: both, coefficient }) => [
    entry,
    name,
    label,
    both === null ? null : both.map((id) => names.get(id) ?? id).join(" / "),
    coefficient.value,
    coefficient.reason,
  ]);
  return [["measure", "figure", "label", "annotators", "value", "reason"], ...rows]
    .map((row) => tableRow(row, ",", "safe"))
    .join("");
}
