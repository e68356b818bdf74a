import { z } from "zod";
import { StoredAnnotation, StoredRelation } from "@/lib/contracts/archive";
import { replay } from "@/lib/core/annotation/apply";
import { emptySet, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { OperationLine, PersonRef } from "@/lib/core/exchange/archive-line";
import { renamePeople } from "@/lib/core/exchange/archive-line";
import { isQuoted } from "@/lib/core/exchange/training-row";
import type { GroupId, OperationId, SetId, UserId } from "@/lib/core/ids";
import { DocumentText } from "@/lib/core/text/document-text";
import type { AwaitingSet } from "@/lib/db/archive-writer";
import type { StoredOperation } from "@/lib/db/operation-repository";
import { archiveFault } from "./archive-fault";

/** The log of one set, as an archive has it. */
export interface ArchivedLog {
  readonly setId: SetId;
  readonly lines: readonly { readonly number: number; readonly content: OperationLine<PersonRef> }[];
}

const Contents = z.object({ annotations: z.array(StoredAnnotation), relations: z.array(StoredRelation) });

/** The operation of a line, its people those of this installation. */
export function toStored(line: OperationLine<PersonRef>, idOf: (ref: PersonRef) => UserId): StoredOperation {
  const { seq, kind, body, status, reason, origin, at } = line;
  return {
    seq,
    id: line.id as OperationId,
    actorId: line.actor === null ? null : idOf(line.actor),
    kind,
    targetId: line.target,
    body,
    bodyHash: line.body_hash,
    groupId: line.group as GroupId | null,
    status,
    reason,
    change: line.change && renamePeople(line.change, idOf),
    undoes: line.undoes as OperationId | null,
    origin,
    at,
  };
}

/**
 * What the log comes to. It must lead where the set is said to stand, and to annotations that quote the text.
 * @throws AppError `invalid`
 */
export function foldArchivedLog(
  log: ArchivedLog,
  operations: readonly StoredOperation[],
  set: AwaitingSet | undefined,
): AnnotationSet {
  const number = log.lines.at(-1)?.number ?? 0;
  if (set === undefined) throw archiveFault(number, `There is no line for the set ${log.setId}.`);
  const folded = replayed(operations, set, number);
  if (folded.seq !== set.seq || folded.state !== set.state)
    throw archiveFault(number, `The log of set ${set.id} does not lead to where the set stands.`);
  const contents = {
    annotations: [...folded.annotations.values()],
    relations: [...folded.relations.values()],
  };
  if (!Contents.safeParse(contents).success)
    throw archiveFault(number, `The log of set ${set.id} leads to something else than annotations.`);
  const text = DocumentText.of(set.text);
  const misquoted = contents.annotations.find(({ start, end, quote }) => !isQuoted(text, start, end, quote));
  if (misquoted !== undefined)
    throw archiveFault(number, `The annotation ${misquoted.id} does not enclose the text that it quotes.`);
  return folded;
}

function replayed(operations: readonly StoredOperation[], set: AwaitingSet, number: number): AnnotationSet {
  try {
    return replay(emptySet(set), operations);
  } catch (error) {
    if (error instanceof RangeError)
      throw archiveFault(number, `The log of set ${set.id} cannot be replayed: ${error.message}.`);
    throw error;
  }
}
