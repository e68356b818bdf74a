import { undefinedBecause } from "../coefficient";
import { unitsOf, type MeasuredDocument } from "../document";
import type { Figure, Measure } from "../measure";
import { type Tally } from "../tally";
import { own } from "../../own";
import type { CodingCoefficient } from "./coding-coefficient";
import { haveOverlappingLabels, positionItems } from "./positions";

/** Characters by label, each covered or not; `marked` counts the units, for without any there is nothing to agree on. */
export type PositionTally<T extends Tally> = {
  readonly labels: { readonly [label: string]: { readonly marked: number; readonly coded: T } };
};

/**
 * A coding coefficient over characters, or tokens: for each label by itself, covered or not. It is dominated by what
 * nobody marked and by long spans, and does not see where one unit ends and the next begins (Krippendorff 1995), so it
 * stands under "other measures".
 */
export function positionMeasure<T extends Tally>(
  coefficient: CodingCoefficient<T>,
  labels: readonly string[],
): Measure<PositionTally<T>> {
  return {
    accepts: { annotators: coefficient.annotators, overlaps: "covered", needs: ["units"] },
    source: coefficient.source,
    nothing: { labels: {} },
    tally: (document) => ({
      labels: Object.fromEntries(
        labels.map((label) => [
          label,
          {
            marked: countUnits(document, [label]),
            coded: coefficient.tally(positionItems(document, [label])),
          },
        ]),
      ),
    }),
    figures: (total) =>
      labels.flatMap((label) => {
        const ofLabel = own(total.labels, label) ?? { marked: 0, coded: coefficient.nothing };
        return figuresOf(coefficient, label, ofLabel.coded, ofLabel.marked);
      }),
  };
}

/** As `PositionTally`, over all labels at once; `overlapping` counts the documents that cannot be read so. */
export type MulticlassTally<T extends Tally> = {
  readonly marked: number;
  readonly overlapping: number;
  readonly coded: T;
};

/** A coding coefficient over characters whose category is the label that covers them: only where labels never overlap. */
export function multiclassPositionMeasure<T extends Tally>(
  coefficient: CodingCoefficient<T>,
  labels: readonly string[],
): Measure<MulticlassTally<T>> {
  return {
    accepts: { annotators: coefficient.annotators, overlaps: "covered", needs: ["units"] },
    source: coefficient.source,
    nothing: { marked: 0, overlapping: 0, coded: coefficient.nothing },
    tally: (document) => {
      const isReadable = !haveOverlappingLabels(document, labels);
      return {
        marked: countUnits(document, labels),
        overlapping: isReadable ? 0 : 1,
        coded: isReadable ? coefficient.tally(positionItems(document, labels)) : coefficient.nothing,
      };
    },
    figures: ({ marked, overlapping, coded }) =>
      overlapping > 0
        ? [
            {
              name: coefficient.name,
              label: null,
              annotators: null,
              coefficient: undefinedBecause("overlaps_present"),
            },
          ]
        : figuresOf(coefficient, null, coded, marked),
  };
}

function figuresOf<T extends Tally>(
  coefficient: CodingCoefficient<T>,
  label: string | null,
  coded: T,
  marked: number,
): readonly Figure[] {
  const values = coefficient.values(coded);
  return values.map((value) => ({
    name: coefficient.name,
    label,
    annotators: value.annotators,
    coefficient: marked === 0 ? undefinedBecause("no_units") : value.coefficient,
  }));
}

function countUnits(document: MeasuredDocument, labels: readonly string[]): number {
  return [...document.sets.values()].reduce((sum, set) => sum + unitsOf(set, labels).length, 0);
}
