import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import { isRelationLive, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { AnnotationId, RelationId } from "@/lib/core/ids";
import { SpanIndex } from "@/lib/core/span/span-index";
import type { Span } from "@/lib/core/span/span";
import type { CodePoint } from "@/lib/core/text/offsets";
import type { Paragraphs } from "@/lib/core/text/paragraphs";
import type { Direction } from "@/lib/core/text/token-moves";

/**
 * The live annotations of a set by place, and its relations by their ends, so that a key asks about its
 * neighbourhood and not about ten thousand annotations. It follows the set by what became different in it.
 */
export class AnnotationIndex {
  readonly #spans: SpanIndex<Annotation>;
  readonly #relations = new Map<AnnotationId, Set<RelationId>>();
  #set: AnnotationSet;

  constructor(paragraphs: Paragraphs, set: AnnotationSet) {
    this.#set = set;
    this.#spans = SpanIndex.of(
      paragraphs,
      [...set.annotations.values()].filter(({ live }) => live),
    );
    for (const relation of set.relations.values()) this.#tie(relation);
  }

  follow(set: AnnotationSet): void {
    if (set === this.#set) return;
    const before = this.#set;
    this.#set = set;
    let kept = 0;
    for (const [id, annotation] of set.annotations) {
      const old = before.annotations.get(id);
      if (old !== undefined) kept += 1;
      if (old !== annotation) this.#put(annotation);
    }
    // What was made here and refused there is in no later set.
    if (kept < before.annotations.size) {
      for (const id of before.annotations.keys()) if (!set.annotations.has(id)) this.#spans.remove(id);
    }
    if (set.relations === before.relations) return;
    for (const [id, relation] of set.relations) if (!before.relations.has(id)) this.#tie(relation);
  }

  get size(): number {
    return this.#spans.size;
  }

  /** What shares a character with `span`, in text order. */
  overlapping(span: Span): readonly Annotation[] {
    return this.#spans.overlapping(span);
  }

  /** All annotations once, as `SpanIndex.round` goes. */
  round(here: Annotation | CodePoint, direction: Direction): Iterable<Annotation> {
    return this.#spans.round(here, direction);
  }

  /** The live relations that start from the annotation or lead to it. */
  relationsOf(id: AnnotationId): readonly Relation[] {
    const ids: Iterable<RelationId> = this.#relations.get(id) ?? [];
    return [...ids]
      .flatMap((one) => this.#set.relations.get(one) ?? [])
      .filter((relation) => isRelationLive(this.#set, relation));
  }

  relationsFrom(id: AnnotationId): readonly Relation[] {
    return this.relationsOf(id).filter(({ from }) => from === id);
  }

  #put(annotation: Annotation): void {
    if (annotation.live) this.#spans.replace(annotation);
    else this.#spans.remove(annotation.id);
  }

  #tie({ id, from, to }: Relation): void {
    for (const end of [from, to]) {
      const there = this.#relations.get(end);
      if (there === undefined) this.#relations.set(end, new Set([id]));
      else there.add(id);
    }
  }
}
