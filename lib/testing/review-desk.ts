import type { Operation } from "@/lib/core/annotation/operation";
import { alignSets } from "@/lib/core/review/align-sets";
import { seenOf } from "@/lib/core/review/accept-unanimous";
import type { Alignment, Cluster } from "@/lib/core/review/alignment";
import type { AnnotationVerdict, Decision, DecisionId } from "@/lib/core/review/decision";
import { at } from "@/lib/core/at";
import type { DocumentId, UserId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { reviewedSets } from "@/lib/contracts/reviewed-sets";
import { DocumentText } from "@/lib/core/text/document-text";
import { readReview } from "@/lib/usecases/review/read-review";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { BICYCLE, op } from "./annotation-builders";
import type { Mark } from "./review-builders";
import { contextOf, newId, worldOf } from "./world";

/** A document that some have annotated and submitted, and a reviewer who has it before them. */
export async function reviewDesk(db: Database, ...all: readonly (readonly Mark[])[]) {
  const world = worldOf(db);
  const projectId = await world.project();
  const documentId = await world.document(projectId, BICYCLE);
  const address = { projectId, documentId };
  const annotators: { readonly userId: UserId; readonly setId: Awaited<ReturnType<typeof annotate>> }[] = [];
  for (const [index, marks] of all.entries()) {
    const userId = await world.member(projectId, "annotator", `Annotator ${index + 1}`);
    annotators.push({ userId, setId: await annotate(userId, marks) });
  }
  const reviewer = await world.member(projectId, "reviewer", "Rita");

  async function annotate(userId: UserId, marks: readonly Mark[], on = documentId) {
    const ctx = contextOf(db, userId);
    const { set } = await openSet(ctx, { projectId, documentId: on, kind: "annotator" });
    const operations = [
      ...marks.map(([label, start, end, attributes]) => op.create(newId(), label, start, end, attributes)),
      op.transition("set.submit", set.id),
    ].map((operation): Operation => ({ ...operation, id: newId() }));
    const { results } = await applyOperations(ctx, { projectId, setId: set.id, operations });
    const refused = results.find(({ status }) => status === "rejected");
    if (refused !== undefined) throw new RangeError(JSON.stringify(refused));
    return set.id;
  }

  return {
    ...address,
    address,
    annotators,
    reviewer,
    ctx: contextOf(db, reviewer),
    /** Another document of the project, submitted by the first of the annotators. */
    another: async (...marksOf: readonly (readonly Mark[])[]): Promise<DocumentId> => {
      const on = await world.document(projectId, BICYCLE);
      for (const [index, marks] of marksOf.entries()) await annotate(at(annotators, index).userId, marks, on);
      return on;
    },
    alignment: async (): Promise<Alignment> =>
      alignSets(
        reviewedSets((await readReview(contextOf(db, reviewer), address)).sets, DocumentText.of(BICYCLE)),
      ),
  };
}

/** A decision that has seen all of a cluster, under ids of its own. */
export function decisionOn(
  cluster: Cluster,
  verdict: AnnotationVerdict,
  supersedes: DecisionId | null = null,
): Decision {
  return {
    id: newId<"decision">(),
    of: "annotation",
    seen: seenOf(cluster),
    verdict,
    comment: null,
    supersedes,
  };
}

/** Accepts the reading that stands at `place` of the cluster. */
export function acceptance(cluster: Cluster, place = 0, supersedes: DecisionId | null = null): Decision {
  const member = cluster.members[place];
  if (member === undefined) throw new RangeError(`the cluster has no reading ${place}`);
  const from = { setId: member.setId, annotation: member.annotation.id };
  return decisionOn(cluster, { kind: "accept", from, gold: newId<"annotation">() }, supersedes);
}
