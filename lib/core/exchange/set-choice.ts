/**
 * Which sets of a document go into a file. `auto`: its accepted gold set, else every annotator's and the shared set;
 * `all`: every kind. In any case only sets that were submitted or hold an annotation.
 */
export const SET_CHOICES = ["auto", "gold", "annotator", "shared", "imported", "suggested", "all"] as const;
export type SetChoice = (typeof SET_CHOICES)[number];
