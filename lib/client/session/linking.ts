import type { Annotation } from "@/lib/core/annotation/annotation";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { AnnotationId, RelationId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import type { Intent } from "./intent";
import { firstOption, linkCandidates, linkOptions, type LinkOption } from "./link-options";

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
  set: AnnotationSet,
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
    option: wanted < 0 ? firstOption(set, from, options) : wanted,
    candidate: null,
  };
}

export function chosenOption({ options, option }: Linking): LinkOption {
  const chosen = options[option];
  if (chosen === undefined) throw new RangeError(`no option ${option} among ${options.length}`);
  return chosen;
}

export function candidatesOf(set: AnnotationSet, linking: Linking): readonly Annotation[] {
  const from = set.annotations.get(linking.from);
  return from === undefined ? [] : linkCandidates(set, from, chosenOption(linking));
}

/** The chosen relation, or else the first that can lead to `end`; null where none can. */
export function optionTo(set: AnnotationSet, linking: Linking, end: AnnotationId): LinkOption | null {
  const from = set.annotations.get(linking.from);
  if (from === undefined) return null;
  const leadsThere = (option: LinkOption): boolean =>
    linkCandidates(set, from, option).some(({ id }) => id === end);
  return [chosenOption(linking), ...linking.options].find(leadsThere) ?? null;
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
