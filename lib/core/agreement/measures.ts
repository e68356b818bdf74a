import { cohenKappa } from "./coding/cohen-kappa";
import { fleissKappa } from "./coding/fleiss-kappa";
import { gwetAc1 } from "./coding/gwet-ac1";
import { krippendorffAlpha, type Level } from "./coding/krippendorff-alpha";
import { documentValueMeasure } from "./coding/document-value-measure";
import { multiclassPositionMeasure, positionMeasure } from "./coding/position-measure";
import { scottPi } from "./coding/scott-pi";
import { DEFAULT_GAMMA, gamma, type GammaSettings } from "./gamma/gamma";
import type { Measure, SteppedMeasure } from "./measure";
import { attributeAgreement, type MeasuredAttribute } from "./spans/attribute-agreement";
import { charDice } from "./spans/char-dice";
import { labelConfusion } from "./spans/label-confusion";
import { relationF1 } from "./spans/relation-f1";
import { spanF1 } from "./spans/span-f1";
import { alphaU2004 } from "./unitizing/alpha-u-2004";
import { uAlphaFamily } from "./unitizing/u-alpha";

/** What a measure is asked about. */
export interface Question {
  readonly labels: readonly string[];
  /** From how much overlap on two spans match: shared characters over all that either has. */
  readonly iou: number;
  readonly attribute: MeasuredAttribute | null;
  /** Which value of documents, and on which level. */
  readonly documentValue: { readonly key: string; readonly level: Level } | null;
  readonly gamma: GammaSettings;
}

export const DEFAULT_QUESTION: Question = {
  labels: [],
  iou: 0.5,
  attribute: null,
  documentValue: null,
  gamma: DEFAULT_GAMMA,
};

/** Where a measure is offered: always, under "other measures", when somebody asks for it, or only to callers. */
export type Place = "panel" | "other" | "on demand" | "callers";

interface Offer {
  readonly place: Place;
  /** Null where the question lacks what the measure needs. */
  readonly of: (question: Question) => Measure | SteppedMeasure | null;
}

const EXACT = { labelled: true, borders: "equal" } as const;
const overlapping = (iou: number) => ({ labelled: true, borders: "overlap", iou }) as const;

/** Every measure of agreement by its key. A new one is a file of its own, and a line here. */
export const MEASURES = {
  "span-f1-exact": { place: "panel", of: ({ labels }) => spanF1(EXACT, labels) },
  "span-f1-overlap": { place: "panel", of: ({ labels, iou }) => spanF1(overlapping(iou), labels) },
  "u-alpha": { place: "panel", of: ({ labels }) => uAlphaFamily(labels) },
  attribute: {
    place: "panel",
    of: ({ attribute, iou }) => (attribute === null ? null : attributeAgreement(attribute, overlapping(iou))),
  },
  "relation-f1": { place: "panel", of: ({ iou }) => relationF1(overlapping(iou)) },
  "document-alpha": {
    place: "panel",
    of: ({ documentValue }) =>
      documentValue === null
        ? null
        : documentValueMeasure(krippendorffAlpha(documentValue.level), documentValue.key),
  },
  "document-kappa": {
    place: "panel",
    of: ({ documentValue }) =>
      documentValue === null ? null : documentValueMeasure(cohenKappa, documentValue.key),
  },
  gamma: { place: "on demand", of: ({ labels, gamma: settings }) => gamma({ ...settings, labels }) },
  "label-confusion": {
    place: "other",
    of: ({ labels, iou }) => labelConfusion({ borders: "overlap", iou }, labels),
  },
  "char-dice": { place: "other", of: ({ labels }) => charDice(labels) },
  "position-kappa": { place: "other", of: ({ labels }) => positionMeasure(cohenKappa, labels) },
  "position-fleiss": { place: "other", of: ({ labels }) => positionMeasure(fleissKappa, labels) },
  "position-alpha": { place: "other", of: ({ labels }) => positionMeasure(krippendorffAlpha(), labels) },
  "multiclass-alpha": {
    place: "other",
    of: ({ labels }) => multiclassPositionMeasure(krippendorffAlpha(), labels),
  },
  "position-ac1": { place: "callers", of: ({ labels }) => positionMeasure(gwetAc1, labels) },
  "position-pi": { place: "callers", of: ({ labels }) => positionMeasure(scottPi, labels) },
  "alpha-u-2004": { place: "callers", of: ({ labels }) => alphaU2004(labels) },
} as const satisfies Record<string, Offer>;
export type MeasureKey = keyof typeof MEASURES;
