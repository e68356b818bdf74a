import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { FigureCell } from "./figure-cell";
import { figureOf } from "./figure-words";
import type { FiguresProps } from "./label-figures";

/** κ and α over characters, because readers ask for them; what they cannot see is said beside them. */
export function CharacterFigures({
  view: { figures, documents },
  labels,
}: Pick<FiguresProps, "view" | "labels">) {
  return (
    <Panel>
      <Table label="Measures over characters">
        <thead>
          <tr>
            <TableHeadCell>Label</TableHeadCell>
            <TableHeadCell align="end">κ (Cohen)</TableHeadCell>
            <TableHeadCell align="end">α (Krippendorff)</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {labels.map(({ key, name }) => (
            <TableRow key={key}>
              <TableCell isRowHeader>{name}</TableCell>
              <FigureCell
                figure={figureOf(figures, "position-kappa", "kappa", key)}
                documents={documents.counted}
              />
              <FigureCell
                figure={figureOf(figures, "position-alpha", "alpha", key)}
                documents={documents.counted}
              />
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
