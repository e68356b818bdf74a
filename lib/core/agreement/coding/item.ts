/**
 * Things that annotators put into categories, `weight` of them alike: a run of characters, a document, a matched pair.
 * An annotator without a category for it did not code it.
 */
export interface Item {
  readonly weight: number;
  /** Category by annotator. */
  readonly categories: ReadonlyMap<string, string>;
}

/** How many annotators put the item into each category. */
export function votesOf({ categories }: Item): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const category of categories.values()) votes.set(category, (votes.get(category) ?? 0) + 1);
  return votes;
}
