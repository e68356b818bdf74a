import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { PanelFigure } from "@/lib/core/agreement/panel";
import { FigureCell } from "./figure-cell";

export interface FigureRow {
  readonly key: string;
  readonly head: ReactNode;
  /** One for each column. */
  readonly figures: readonly (PanelFigure | undefined)[];
  /** Where the spans behind the row are. */
  readonly href?: string | undefined;
}

export interface FigureTableProps {
  readonly label: string;
  /** What the rows are. */
  readonly rowsAre: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** How many documents stand behind the figures. */
  readonly documents: number;
}

export function FigureTable({ label, rowsAre, columns, rows, documents }: FigureTableProps) {
  return (
    <Panel>
      <Table label={label}>
        <thead>
          <tr>
            <TableHeadCell>{rowsAre}</TableHeadCell>
            {columns.map((column) => (
              <TableHeadCell key={column} align="end">
                {column}
              </TableHeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, figures, href }) => (
            <TableRow key={key}>
              <TableCell isRowHeader>{head}</TableCell>
              {columns.map((column, index) => (
                <FigureCell key={column} figure={figures[index]} documents={documents} href={href} />
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
