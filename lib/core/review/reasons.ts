/** Why a reviewer rejects something, as a project words it. Decisions keep the key, so the name may change. */
export interface Reason {
  readonly key: string;
  readonly name: string;
}

/** What a project starts with. */
export const DEFAULT_REASONS: readonly Reason[] = [
  { key: "wrong_boundary", name: "Wrong borders" },
  { key: "wrong_label", name: "Wrong label" },
  { key: "not_in_guideline", name: "Not in the guideline" },
  { key: "duplicate", name: "Marked twice" },
  { key: "no_evidence", name: "Not said in the text" },
  { key: "guideline_unclear", name: "The guideline is unclear" },
];

/** More than a menu of one key each can hold. */
export const MOST_REASONS = 20;
