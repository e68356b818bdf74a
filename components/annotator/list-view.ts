import type { Annotation } from "@/lib/core/annotation/annotation";

export const SORTS = ["text", "newest", "label"] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of annotations shows, and how. Each condition that is set must hold. */
export interface ListView {
  readonly label: string | null;
  readonly onlyIncomplete: boolean;
  readonly onlyUnsaved: boolean;
  /** Words that the annotation, its note or its attributes say. */
  readonly words: string;
  readonly sort: Sort;
}

export const EVERYTHING: ListView = {
  label: null,
  onlyIncomplete: false,
  onlyUnsaved: false,
  words: "",
  sort: "text",
};

export interface ListGround {
  /** In the order of the text. */
  readonly annotations: readonly Annotation[];
  readonly incomplete: { readonly has: (id: string) => boolean };
  readonly unsaved: { readonly has: (id: string) => boolean };
  /** The schema's order of labels. */
  readonly labels: readonly string[];
}

export function isNarrowed({ label, onlyIncomplete, onlyUnsaved, words }: ListView): boolean {
  return label !== null || onlyIncomplete || onlyUnsaved || words.trim() !== "";
}

/** The annotations that the view shows, in its order; within a label they stand in the order of the text. */
export function viewed(
  view: ListView,
  { annotations, incomplete, unsaved, labels }: ListGround,
): readonly Annotation[] {
  const wanted = folded(view.words)
    .split(/\s+/)
    .filter((word) => word !== "");
  const shown = isNarrowed(view)
    ? annotations.filter(
        (one) =>
          (view.label === null || one.label === view.label) &&
          (!view.onlyIncomplete || incomplete.has(one.id)) &&
          (!view.onlyUnsaved || unsaved.has(one.id)) &&
          (wanted.length === 0 || says(one, wanted)),
      )
    : annotations;
  switch (view.sort) {
    case "text":
      return shown;
    case "newest":
      // What came in one batch has one time; ids are made in the order of the acts.
      return shown.toSorted((a, b) => descending(a.createdAt, b.createdAt) || descending(a.id, b.id));
    case "label":
      return shown.toSorted((a, b) => labels.indexOf(a.label) - labels.indexOf(b.label));
  }
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function says({ quote, note, attributes }: Annotation, words: readonly string[]): boolean {
  const said = folded([quote, note ?? "", ...Object.values(attributes).flat().map(String)].join(" "));
  return words.every((word) => said.includes(word));
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}
