import type { Measure } from "../measure";
import { NO_SECTIONS, tallySections, type UAlphaTally } from "./u-alpha-tally";
import { cuAlpha, cuCoverage, kuAlphas, uAlpha, unitGapAlpha } from "./u-alpha-values";

/**
 * The family of α for unitizing: uα, |uα (units against gaps), cuα (labels, given units that intersect) and (k)uα
 * (Krippendorff, Mathet, Bouvry & Widlöcher 2016, "On the reliability of unitizing textual continua", Quality &
 * Quantity 50, 2347–2364; Content Analysis, 4th ed., § 12.6). Pooled over documents by adding up, which is the same as
 * setting the texts one after the other, because gaps enter the correction linearly.
 *
 * Figures: `u`, `binary`, `cu` and `cuCoverage` of all labels, `ku` and `kuCoverage` of each.
 */
export function uAlphaFamily(labels: readonly string[] | null = null): Measure<UAlphaTally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "united", needs: ["units"] },
    source: "Krippendorff, Mathet, Bouvry & Widlöcher 2016",
    nothing: NO_SECTIONS,
    tally: (document) => tallySections(document, labels),
    figures: (total) => [
      { name: "u", label: null, annotators: null, coefficient: uAlpha(total) },
      { name: "binary", label: null, annotators: null, coefficient: unitGapAlpha(total) },
      { name: "cu", label: null, annotators: null, coefficient: cuAlpha(total) },
      { name: "cuCoverage", label: null, annotators: null, coefficient: cuCoverage(total) },
      ...kuAlphas(total).flatMap(({ label, alpha, coverage }) => [
        { name: "ku", label, annotators: null, coefficient: alpha },
        { name: "kuCoverage", label, annotators: null, coefficient: coverage },
      ]),
    ],
  };
}
