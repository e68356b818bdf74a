import type { OperationRecord } from "@/lib/contracts/operations";
import type { LoggedOperation } from "@/lib/db/operation-repository";

/** A line of the log as it is told. */
export function toRecord(operation: LoggedOperation): OperationRecord {
  const { id, seq, kind, targetId, body, groupId, actorId, actorName, status, reason, change, undoes, at } =
    operation;
  const actor = actorId === null ? null : { id: actorId, name: actorName ?? "" };
  return { id, seq, kind, target: targetId, body, group: groupId, actor, status, reason, change, undoes, at };
}
