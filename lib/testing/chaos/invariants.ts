import { deepEqual, equal } from "node:assert/strict";
import { OPERATOR } from "@/lib/core/access/actor";
import { isRelationLive, liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { OperationId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { verifyInstallation } from "@/lib/usecases/installation/verify";
import { contextOf } from "../world";
import type { ChaosClient } from "./client";

/**
 * What must be true once all is calm: every page shows what the server has, to the byte; the log has no gap and no id
 * twice; what was acknowledged is there under the seq that was told; what was done is there once; what a page calls
 * refused was refused; `verify` finds nothing.
 */
export async function checkEverything(
  clients: readonly ChaosClient[],
  server: AnnotationSet,
  db: Database,
): Promise<void> {
  const truth = asText(server);
  for (const { session } of clients) equal(asText(session.state.set), truth);

  const log = await db.prisma.operation.findMany({ where: { setId: server.id }, orderBy: { seq: "asc" } });
  deepEqual(
    log.map(({ seq }) => seq),
    log.map((_line, index) => index + 1),
  );
  const seqOf = new Map(log.map(({ id, seq }) => [id, seq]));
  equal(seqOf.size, log.length);
  const rejected = new Set(log.filter(({ status }) => status === "rejected").map(({ id }) => id));
  for (const { acknowledged, performed, session } of clients) {
    for (const [id, seq] of acknowledged) deepEqual([id, seqOf.get(id)], [id, seq]);
    for (const id of performed) deepEqual([id, "in the log", seqOf.has(id)], [id, "in the log", true]);
    for (const { operation } of session.state.refused)
      deepEqual([operation.id, "refused", rejected.has(operation.id)], [operation.id, "refused", true]);
  }
  const done = new Set<OperationId>(clients.flatMap(({ performed }) => [...performed]));
  deepEqual(new Set<string>(seqOf.keys()), done);
  deepEqual((await verifyInstallation(contextOf(db, OPERATOR))).problems, []);
}

/** The same text for the same set, to the byte. */
function asText(set: AnnotationSet): string {
  const byId = <T extends { readonly id: string }>(a: T, b: T) => (a.id < b.id ? -1 : 1);
  return JSON.stringify({
    seq: set.seq,
    state: set.state,
    annotations: [...set.annotations.values()].sort(byId).map(sorted),
    live: liveAnnotations(set).map(({ id }) => id),
    relations: [...set.relations.values()]
      .sort(byId)
      .map((relation) => [sorted(relation), isRelationLive(set, relation)]),
  });
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)]);
}
