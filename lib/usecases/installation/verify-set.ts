import { isDeepStrictEqual } from "node:util";
import { replay } from "@/lib/core/annotation/apply";
import { emptySet, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { isQuoted } from "@/lib/core/exchange/training-row";
import type { DocumentText } from "@/lib/core/text/document-text";
import type { LogAndProjection, SetToVerify } from "@/lib/db/verify-repository";

/** What is wrong with a set: its log has gaps, or what is stored as its outcome is not what the log comes to. */
export function verifySet(set: SetToVerify, stored: LogAndProjection, text: DocumentText): readonly string[] {
  const gap = stored.log.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap !== -1) return [`operation ${gap + 1} is missing`];
  if (stored.log.length !== set.seq)
    return [`stands at ${set.seq}, but its log ends at ${stored.log.length}`];
  const folded = foldOf(set, stored);
  if (typeof folded === "string") return [folded];
  const live = [...folded.annotations.values()].filter((annotation) => annotation.live).length;
  return [
    ...(folded.state === set.state ? [] : [`is ${set.state}, but its log ends in ${folded.state}`]),
    ...(live === set.annotationCount ? [] : [`counts ${set.annotationCount} annotations, but has ${live}`]),
    ...differences("annotation", folded.annotations, stored.annotations),
    ...differences("relation", folded.relations, stored.relations),
    ...stored.annotations
      .filter(({ start, end, quote }) => !isQuoted(text, start, end, quote))
      .map(({ id, start, end }) => `annotation ${id} does not quote what stands at ${start} to ${end}`),
  ];
}

function foldOf(set: SetToVerify, { log }: LogAndProjection): AnnotationSet | string {
  try {
    return replay(emptySet(set), log);
  } catch (error) {
    if (error instanceof RangeError) return `its log cannot be replayed: ${error.message}`;
    throw error;
  }
}

function differences<T extends { readonly id: string }>(
  what: string,
  folded: ReadonlyMap<string, T>,
  stored: readonly T[],
): readonly string[] {
  const extra = stored
    .filter(({ id }) => !folded.has(id))
    .map(({ id }) => `${what} ${id} is in no operation of its log`);
  const byId = new Map(stored.map((one) => [one.id, one]));
  const wrong = [...folded.values()].flatMap((one) => {
    const row = byId.get(one.id);
    if (row === undefined) return [`${what} ${one.id} is missing`];
    return isDeepStrictEqual(row, one) ? [] : [`${what} ${one.id} is not as its log says`];
  });
  return [...extra, ...wrong];
}
