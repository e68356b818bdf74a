import type { Annotation } from "@/lib/core/annotation/annotation";
import type { AnnotationId, RelationId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import { compare } from "@/lib/core/span/span";
import type { Direction } from "@/lib/core/text/token-moves";
import type { AnnotationIndex } from "./annotation-index";
import type { Intent } from "./intent";
import { canLink, firstOption, linkOptions, type LinkOption } from "./link-options";

/** A relation in the making. */
export interface Linking {
  readonly from: AnnotationId;
  readonly options: readonly LinkOption[];
  readonly option: number;
  /** The other end, if Enter were pressed now. */
  readonly candidate: AnnotationId | null;
}

/** Begins with the relation `type`, else with the one that is missing most; null where the schema has none for the label. */
export function startLinking(
  index: AnnotationIndex,
  schema: Schema,
  from: Annotation,
  type?: string,
): Linking | null {
  const options = linkOptions(schema, from.label);
  if (options.length === 0) return null;
  const wanted = options.findIndex((option) => option.type.key === type && option.direction === "out");
  return {
    from: from.id,
    options,
    option: wanted < 0 ? firstOption(index, from, options) : wanted,
    candidate: null,
  };
}

export function chosenOption({ options, option }: Linking): LinkOption {
  const chosen = options[option];
  if (chosen === undefined) throw new RangeError(`no option ${option} among ${options.length}`);
  return chosen;
}

/** The next annotation that the chosen relation can lead to, as seen from `here`; round at the ends of the text. */
export function nextCandidate(
  index: AnnotationIndex,
  linking: Linking,
  from: Annotation,
  here: Annotation,
  direction: Direction,
): Annotation | null {
  const option = chosenOption(linking);
  for (const one of index.round(here, direction)) if (canLink(index, from, option, one)) return one;
  return null;
}

/** The `limit` nearest annotations that the chosen relation can lead to, in the order of the text. */
export function nearestCandidates(
  index: AnnotationIndex,
  linking: Linking,
  from: Annotation,
  limit: number,
): readonly Annotation[] {
  const option = chosenOption(linking);
  const near = new Map<AnnotationId, Annotation>();
  for (const direction of ["forward", "back"] as const) {
    let taken = 0;
    for (const one of index.round(from, direction)) {
      if (!canLink(index, from, option, one)) continue;
      near.set(one.id, one);
      taken += 1;
      if (taken === limit) break;
    }
  }
  const distance = ({ start }: Annotation): number => Math.abs(start - from.start);
  return [...near.values()]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, limit)
    .sort(compare);
}

/** The chosen relation, or else the first that can lead to `end`; null where none can. */
export function optionTo(
  index: AnnotationIndex,
  linking: Linking,
  from: Annotation,
  end: Annotation,
): LinkOption | null {
  return (
    [chosenOption(linking), ...linking.options].find((option) => canLink(index, from, option, end)) ?? null
  );
}

export function linkIntent(
  { from }: Linking,
  { type, direction }: LinkOption,
  end: AnnotationId,
  target: RelationId,
): Intent {
  const ends = direction === "out" ? { from, to: end } : { from: end, to: from };
  return { kind: "relation.create", target, body: { type: type.key, ...ends } };
}
