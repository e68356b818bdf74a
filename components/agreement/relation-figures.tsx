import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { RelationType } from "@/lib/core/schema/schema";
import { disagreementsHref } from "./agreement-address";
import { FigureCell } from "./figure-cell";
import { figureOf } from "./figure-words";
import type { FiguresProps } from "./label-figures";

type RelationFiguresProps = Omit<FiguresProps, "labels"> & {
  readonly relationTypes: readonly RelationType[];
};

/** F1 of relations between matched spans, and among those both of whose ends both annotators have. */
export function RelationFigures({ projectId, filter, view, relationTypes }: RelationFiguresProps) {
  const { figures, documents } = view;
  const href = disagreementsHref(projectId, filter);
  return (
    <Panel>
      <Table label="Agreement by relation">
        <thead>
          <tr>
            <TableHeadCell>Relation</TableHeadCell>
            <TableHeadCell align="end">F1</TableHeadCell>
            <TableHeadCell align="end">F1, both ends matched</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {[null, ...relationTypes].map((type) => (
            <TableRow key={type?.key ?? ""}>
              <TableCell isRowHeader className={type === null ? "font-medium" : ""}>
                {type?.name ?? "All relations"}
              </TableCell>
              {["f1", "given"].map((name) => (
                <FigureCell
                  key={name}
                  figure={figureOf(figures, "relation-f1", name, type?.key ?? null)}
                  documents={documents.counted}
                  href={href}
                />
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
