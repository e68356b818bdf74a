import type { Attribute, Schema } from "../schema/schema";
import { countDocument, NOTHING_COUNTED, type CountTally } from "./counts";
import type { MeasuredDocument } from "./document";
import { figureKey, type Figure, type Measure } from "./measure";
import { DEFAULT_QUESTION, MEASURES } from "./measures";
import type { MeasuredAttribute } from "./spans/attribute-agreement";
import { own } from "../own";
import type { Tally } from "./tally";

/** One measure of the panel, asked of one thing. */
export interface PanelEntry {
  /** The measure's key and what it is asked of: `u-alpha claim`, `attribute claim reporting`. */
  readonly key: string;
  readonly measure: Measure;
}

/** Everything that is kept of a document: the counts, and the tally of every entry under its key. */
export type PanelTally = { readonly counts: CountTally; readonly entries: { readonly [key: string]: Tally } };
export const EMPTY_PANEL: PanelTally = { counts: NOTHING_COUNTED, entries: {} };

/** A figure and the entry that it belongs to. */
export interface PanelFigure extends Figure {
  readonly entry: string;
}

/** A label's attribute as an entry of the panel names it. */
export function attributeEntry(label: string, key: string): string {
  return `attribute ${label} ${key}`;
}

/** uα of one label by itself. */
export function unitizingEntry(label: string): string {
  return `u-alpha ${label}`;
}

/**
 * What is measured in every project of the schema: spans of all labels with equal borders and with half of their
 * characters in common, each label's uα, each attribute on matched spans, relations, which label is taken for which, and,
 * because readers ask for them, characters.
 */
export function panelOf({ labels }: Pick<Schema, "labels">): readonly PanelEntry[] {
  const keys = labels.map(({ key }) => key);
  const whole = { ...DEFAULT_QUESTION, labels: keys };
  return [
    { key: "span-f1-exact", measure: MEASURES["span-f1-exact"].of(whole) },
    { key: "span-f1-overlap", measure: MEASURES["span-f1-overlap"].of(whole) },
    { key: "char-dice", measure: MEASURES["char-dice"].of(whole) },
    ...keys.map((key) => ({
      key: unitizingEntry(key),
      measure: MEASURES["u-alpha"].of({ ...whole, labels: [key] }),
    })),
    ...labels.flatMap(({ key: label, attributes }) =>
      attributes.flatMap((attribute) => {
        const measure = MEASURES.attribute.of({ ...whole, attribute: measuredAttribute(label, attribute) });
        return measure === null ? [] : [{ key: attributeEntry(label, attribute.key), measure }];
      }),
    ),
    { key: "relation-f1", measure: MEASURES["relation-f1"].of(whole) },
    { key: "label-confusion", measure: MEASURES["label-confusion"].of(whole) },
    { key: "position-kappa", measure: MEASURES["position-kappa"].of(whole) },
    { key: "position-alpha", measure: MEASURES["position-alpha"].of(whole) },
  ];
}

/** @throws RangeError for units that do not lie in the document. */
export function tallyPanel(panel: readonly PanelEntry[], document: MeasuredDocument): PanelTally {
  return {
    counts: countDocument(document, null),
    entries: Object.fromEntries(panel.map(({ key, measure }) => [key, measure.tally(document)])),
  };
}

/** The figures of every entry, of any sum of tallies. */
export function panelFigures(panel: readonly PanelEntry[], total: PanelTally): readonly PanelFigure[] {
  return panel.flatMap(({ key, measure }) =>
    measure
      .figures(own(total.entries, key) ?? measure.nothing)
      .map((figure): PanelFigure => ({ ...figure, entry: key })),
  );
}

function measuredAttribute(label: string, { key, type, multiple }: Attribute): MeasuredAttribute {
  return { label, key, multiple, level: type === "number" ? { level: "interval" } : { level: "nominal" } };
}

/** Identifies a figure in the whole panel. */
export function panelFigureKey(figure: PanelFigure): string {
  return `${figure.entry} ${figureKey(figure)}`;
}
