import { groupBy } from "../../group-by";
/** Pairs that hang together, directly or by a chain, in one group each; the groups in the order of their first pair. */
export function componentsOf<P extends { readonly a: number; readonly b: number }>(
  pairs: readonly P[],
): readonly (readonly P[])[] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    for (let here = node; here !== root;) {
      const parent = parents.get(here) ?? root;
      parents.set(here, root);
      here = parent;
    }
    return root;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [rootOf(`a${a}`), rootOf(`b${b}`)];
    if (one !== other) parents.set(other, one);
  }
  return [...groupBy(pairs, ({ a }) => rootOf(`a${a}`)).values()];
}
