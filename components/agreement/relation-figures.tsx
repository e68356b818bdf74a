import type { ReactNode } from "react";
import type { RelationType } from "@/lib/core/schema/schema";
import { disagreementsHref } from "./agreement-address";
import { FigureTable } from "./figure-table";
import { figureOf } from "./figure-words";
import type { FiguresProps } from "./label-figures";

type RelationFiguresProps = Omit<FiguresProps, "labels"> & {
  readonly relationTypes: readonly RelationType[];
};

/** F1 of relations between matched spans, and among those both of whose ends both annotators have. */
export function RelationFigures({ projectId, filter, view, relationTypes }: RelationFiguresProps) {
  const { figures, documents } = view;
  const rowOf = (key: string | null, head: ReactNode) => ({
    key: key ?? "",
    head,
    figures: ["f1", "given"].map((name) => figureOf(figures, "relation-f1", name, key)),
    href: disagreementsHref(projectId, filter),
  });
  return (
    <FigureTable
      label="Agreement by relation"
      rowsAre="Relation"
      columns={["F1", "F1, both ends matched"]}
      documents={documents.counted}
      rows={[
        rowOf(null, <span className="font-medium">All relations</span>),
        ...relationTypes.map(({ key, name }) => rowOf(key, name)),
      ]}
    />
  );
}
