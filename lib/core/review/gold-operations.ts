import type { Annotation } from "../annotation/annotation";
import type { AnnotationSet } from "../annotation/annotation-set";
import type { AnnotationOperation, Operation, RelationOperation } from "../annotation/operation";
import type { AnnotationId, GroupId, OperationId, RelationId } from "../ids";
import { own } from "../own";
import { relationTypeOf, type AttributeValue, type Schema } from "../schema/schema";
import type { Alignment, RelationCluster } from "./alignment";
import { sameValue } from "./correspondence";
import { goldOf } from "./decided";
import { goldAnnotationsOf, type AnnotationRef, type Decision, type Fixed } from "./decision";
import { isUnanimousRelation } from "./differences";

export interface GoldContext {
  readonly alignment: Alignment;
  readonly schema: Schema;
  readonly gold: AnnotationSet;
  /** All decisions before this one. */
  readonly decisions: readonly Decision[];
  readonly group: GroupId;
  /** Ids that have never been used. */
  readonly newId: { readonly operation: () => OperationId; readonly relation: () => RelationId };
}

/**
 * What a decision that `checkDecision` lets pass does to the gold set, as operations for its log, in one group with the
 * decision: undone together. What an earlier decision made is changed in place where the new one names the same gold
 * id, and deleted where it does not. Relations on which all sets agree come along as soon as both ends are there.
 * @throws RangeError where the decision names an annotation or relation that is not in the alignment.
 */
export function goldOperations(decision: Decision, context: GoldContext): readonly Operation[] {
  const { group, newId } = context;
  const steps =
    decision.of === "annotation"
      ? [...annotationSteps(decision, context), ...unanimousRelations(decision, context)]
      : relationSteps(decision, context);
  return steps.map((step) => ({ ...step, id: newId.operation(), group }));
}

type Unnamed<O extends Operation> = O extends Operation ? Omit<O, "id" | "group"> : never;
type Step = Unnamed<AnnotationOperation | RelationOperation>;

function annotationSteps(
  decision: Extract<Decision, { of: "annotation" }>,
  context: GoldContext,
): readonly Step[] {
  const { gold, decisions } = context;
  const wanted = wantedBy(decision, context.alignment);
  const superseded = decisions.find(({ id }) => id === decision.supersedes);
  const obsolete = superseded === undefined ? [] : goldAnnotationsOf(superseded).map(({ gold: id }) => id);
  return [
    ...obsolete
      .filter((id) => !wanted.has(id) && gold.annotations.get(id)?.live === true)
      .map((target): Step => ({ kind: "annotation.delete", target, body: {} })),
    ...[...wanted].flatMap(([target, as]): readonly Step[] => {
      const current = gold.annotations.get(target);
      const { start, end, label, attributes } = as;
      if (current === undefined)
        return [{ kind: "annotation.create", target, body: { start, end, label, attributes } }];
      return edits(current, as, context);
    }),
  ];
}

/**
 * What the decision wants to stand in the gold set.
 * @throws RangeError where it accepts an annotation that is not in the alignment.
 */
export function wantedBy(
  { verdict }: Extract<Decision, { of: "annotation" }>,
  alignment: Alignment,
): ReadonlyMap<AnnotationId, Fixed> {
  switch (verdict.kind) {
    case "accept":
      return new Map([[verdict.gold, annotationAt(verdict.from, alignment)]]);
    case "accept-both":
      return new Map(verdict.accepted.map(({ from, gold }) => [gold, annotationAt(from, alignment)]));
    case "fix":
      return new Map([[verdict.gold, verdict.as]]);
    case "reject":
    case "nothing-here":
      return new Map();
  }
}

/**
 * From the annotation as it stands to what is wanted. Relations that a new label forbids go before it is set, or it would
 * be refused; so do attributes that are not wanted, which a new label may clear by itself.
 */
function edits(current: Annotation, wanted: Fixed, context: GoldContext): readonly Step[] {
  const target = current.id;
  const setAttribute = (key: string, value: AttributeValue | null): Step => ({
    kind: "annotation.setAttribute",
    target,
    body: { key, value },
  });
  const { start, end, label } = wanted;
  const isMoved = current.start !== start || current.end !== end;
  const isRelabelled = current.label !== label;
  const steps: Step[] = [];
  if (!current.live) steps.push({ kind: "annotation.restore", target, body: {} });
  if (!current.live || isRelabelled)
    for (const misfit of misfits(current.id, label, context))
      steps.push({ kind: "relation.delete", target: misfit, body: {} });
  if (isMoved) steps.push({ kind: "annotation.setSpan", target, body: { start, end } });
  for (const key of Object.keys(current.attributes))
    if (!Object.hasOwn(wanted.attributes, key)) steps.push(setAttribute(key, null));
  if (isRelabelled) steps.push({ kind: "annotation.setLabel", target, body: { label } });
  for (const [key, value] of Object.entries(wanted.attributes))
    if (isRelabelled || !sameValue(own(current.attributes, key), value)) steps.push(setAttribute(key, value));
  return steps;
}

/** The relations of the decided cluster that all sets have alike, as far as both ends stand in the gold set. */
function unanimousRelations(
  decision: Extract<Decision, { of: "annotation" }>,
  context: GoldContext,
): readonly Step[] {
  if (goldAnnotationsOf(decision).length === 0) return [];
  const after = [...context.decisions, decision];
  const labels = new Map([...wantedBy(decision, context.alignment)].map(([id, { label }]) => [id, label]));
  return context.alignment.relations
    .filter((relation) => concerns(relation, decision) && isUnanimousRelation(relation))
    .flatMap((relation) => {
      const [first] = relation.members;
      if (first === undefined) return [];
      return linked(relation, first, context.newId.relation(), { decisions: after, labels }, context);
    });
}

function relationSteps(
  decision: Extract<Decision, { of: "relation" }>,
  context: GoldContext,
): readonly Step[] {
  const { verdict } = decision;
  const { gold, decisions } = context;
  const superseded = decisions.find(({ id }) => id === decision.supersedes);
  const made =
    superseded?.of === "relation" && superseded.verdict.kind === "accept" ? superseded.verdict.gold : null;
  const isObsolete = made !== null && gold.relations.get(made)?.live === true;
  const removal: readonly Step[] = isObsolete ? [{ kind: "relation.delete", target: made, body: {} }] : [];
  if (verdict.kind === "reject") return removal;
  const cluster = context.alignment.relations.find(({ members }) =>
    members.some(
      ({ setId, relation }) => setId === verdict.from.setId && relation.id === verdict.from.relation,
    ),
  );
  const member = cluster?.members.find(({ setId }) => setId === verdict.from.setId);
  if (cluster === undefined || member === undefined)
    throw new RangeError(`no relation ${verdict.from.relation} is under review`);
  const gone = isObsolete ? made : null;
  return [
    ...removal,
    ...linked(cluster, member, verdict.gold, { decisions, labels: new Map(), gone }, context),
  ];
}

/** What holds once the operations before are applied, as far as `context` does not show it yet. */
interface Ahead {
  readonly decisions: readonly Decision[];
  readonly labels: ReadonlyMap<AnnotationId, string>;
  readonly gone?: RelationId | null;
}

/** A relation between the gold annotations of two clusters; none where it is there, or the schema does not allow it. */
function linked(
  { type, from, to }: RelationCluster,
  member: RelationCluster["members"][number],
  target: RelationId,
  { decisions, labels, gone = null }: Ahead,
  context: GoldContext,
): readonly Step[] {
  const start = goldOf(from, decisions, member.setId);
  const end = goldOf(to, decisions, member.setId);
  if (start === null || end === null) return [];
  const isThere = [...context.gold.relations.values()].some(
    (one) => one.live && one.id !== gone && one.type === type && one.from === start && one.to === end,
  );
  const labelOf = (id: AnnotationId): string =>
    labels.get(id) ?? context.gold.annotations.get(id)?.label ?? "";
  if (isThere || !fits(type, labelOf(start), labelOf(end), context.schema)) return [];
  const { attributes } = member.relation;
  return [{ kind: "relation.create", target, body: { type, from: start, to: end, attributes } }];
}

function fits(type: string, from: string, to: string, schema: Schema): boolean {
  const rule = relationTypeOf(schema, type);
  return rule !== undefined && rule.from.includes(from) && rule.to.includes(to);
}

/** The relations that would show at the annotation, once it is live under `label`, though the schema forbids them. */
function misfits(id: AnnotationId, label: string, { gold, schema }: GoldContext): readonly RelationId[] {
  const labelAt = (end: AnnotationId): string | null => {
    if (end === id) return label;
    const annotation = gold.annotations.get(end);
    return annotation?.live === true ? annotation.label : null;
  };
  return [...gold.relations.values()].flatMap((relation) => {
    if (!relation.live || (relation.from !== id && relation.to !== id)) return [];
    const [from, to] = [labelAt(relation.from), labelAt(relation.to)];
    return from === null || to === null || fits(relation.type, from, to, schema) ? [] : [relation.id];
  });
}

function concerns({ from, to }: RelationCluster, { seen }: Extract<Decision, { of: "annotation" }>): boolean {
  return [from, to].some(({ members }) =>
    members.some(({ setId, annotation }) =>
      seen.some((ref) => ref.setId === setId && ref.annotation === annotation.id),
    ),
  );
}

function annotationAt({ setId, annotation: id }: AnnotationRef, { sets }: Alignment): Annotation {
  const annotation = sets.find((set) => set.id === setId)?.annotations.get(id);
  if (annotation === undefined) throw new RangeError(`no annotation ${id} is under review`);
  return annotation;
}
