import type { Operation } from "../annotation/operation";
import { at } from "../at";
import type { AnnotationId, Id } from "../ids";
import { codePoint } from "../text/offsets";
import type { Work } from "./demo-article";

/** The operations by which somebody does this work in a set: first the marks, then the links. */
export function workOperations(
  { marks, links }: Work,
  newId: <K extends string>() => Id<K>,
): readonly Operation[] {
  const ids = marks.map((): AnnotationId => newId());
  return [
    ...marks.map(({ label, start, end, attributes }, place): Operation => ({
      id: newId(),
      kind: "annotation.create",
      target: at(ids, place),
      body: { label, start: codePoint(start), end: codePoint(end), attributes },
    })),
    ...links.map(({ type, from, to }): Operation => ({
      id: newId(),
      kind: "relation.create",
      target: newId(),
      body: { type, from: at(ids, from), to: at(ids, to) },
    })),
  ];
}
