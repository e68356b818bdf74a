import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { attributeEntry } from "@/lib/core/agreement/panel";
import { disagreementsHref } from "./agreement-address";
import { FigureCell } from "./figure-cell";
import { figureOf } from "./figure-words";
import type { FiguresProps } from "./label-figures";

/** Values of attributes on spans that both marked; how many that were stands in the last column. */
export function AttributeFigures({ projectId, filter, view, labels }: FiguresProps) {
  const { figures, documents } = view;
  return (
    <Panel>
      <Table label="Agreement by attribute">
        <thead>
          <tr>
            <TableHeadCell>Attribute</TableHeadCell>
            <TableHeadCell align="end">Same value</TableHeadCell>
            <TableHeadCell align="end">κ</TableHeadCell>
            <TableHeadCell align="end">α</TableHeadCell>
            <TableHeadCell align="end">Spans matched</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {labels.flatMap((label) =>
            label.attributes.map((attribute) => {
              const entry = attributeEntry(label.key, attribute.key);
              const href = disagreementsHref(projectId, { ...filter, label: label.key });
              return (
                <TableRow key={entry}>
                  <TableCell isRowHeader>
                    <span className="text-soft">{label.name} · </span>
                    {attribute.name}
                  </TableCell>
                  {["percent", "kappa", "alpha", "matched"].map((name) => (
                    <FigureCell
                      key={name}
                      figure={figureOf(figures, entry, name, label.key)}
                      documents={documents.counted}
                      href={href}
                    />
                  ))}
                </TableRow>
              );
            }),
          )}
        </tbody>
      </Table>
    </Panel>
  );
}
