import { Panel } from "@/components/ui/panel";
import { Swatch } from "@/components/ui/swatch";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { formatCount } from "@/components/ui/format-count";
import { unitizingEntry } from "@/lib/core/agreement/panel";
import type { AgreementFilter, AgreementView } from "@/lib/contracts/agreement";
import type { Label } from "@/lib/core/schema/schema";
import { disagreementsHref } from "./agreement-address";
import { FigureCell } from "./figure-cell";
import { figureOf } from "./figure-words";

/** With fewer spans than this a coefficient says more about chance than about people. */
const RARE = 20;

export interface FiguresProps {
  readonly projectId: string;
  readonly filter: AgreementFilter;
  readonly view: AgreementView;
  readonly labels: readonly Label[];
}

/** The default panel: each label with F1 of equal borders, of half of the characters, and uα; all labels first. */
export function LabelFigures({ projectId, filter, view, labels }: FiguresProps) {
  const { figures, documents } = view;
  return (
    <Panel>
      <Table label="Agreement by label">
        <thead>
          <tr>
            <TableHeadCell>Label</TableHeadCell>
            <TableHeadCell align="end">Spans</TableHeadCell>
            <TableHeadCell align="end">F1, exact</TableHeadCell>
            <TableHeadCell align="end">F1, half</TableHeadCell>
            <TableHeadCell align="end">uα</TableHeadCell>
            <TableHeadCell align="end">Characters</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {[null, ...labels].map((label) => {
            const key = label?.key ?? null;
            const spans = spansOf(view, key);
            const href = disagreementsHref(projectId, { ...filter, ...(key === null ? {} : { label: key }) });
            const of = (entry: string, name: string, figureLabel = key) => (
              <FigureCell
                figure={figureOf(figures, entry, name, figureLabel)}
                documents={documents.counted}
                href={href}
              />
            );
            return (
              <TableRow key={key ?? ""}>
                <TableCell isRowHeader>
                  <span className="flex items-center gap-2 font-medium">
                    {label !== null && <Swatch color={label.color} />}
                    {label?.name ?? "All labels"}
                  </span>
                </TableCell>
                <TableCell align="end" className="text-soft">
                  {formatCount(spans)}
                </TableCell>
                {spans < RARE && label !== null ? (
                  <TableCell colSpan={4} className="text-sm text-soft">
                    Fewer than {RARE} spans: too few for a coefficient.
                  </TableCell>
                ) : (
                  <>
                    {of("span-f1-exact", "f1")}
                    {of("span-f1-overlap", "f1")}
                    {key === null ? (
                      <TableCell align="end" className="text-sm text-soft">
                        by label
                      </TableCell>
                    ) : (
                      of(unitizingEntry(key), "u", null)
                    )}
                    {of("char-dice", "dice")}
                  </>
                )}
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}

function spansOf({ annotators }: AgreementView, label: string | null): number {
  return annotators.reduce(
    (sum, { spans }) =>
      sum +
      Object.entries(spans).reduce(
        (ofOne, [key, count]) => ofOne + (label === null || key === label ? count : 0),
        0,
      ),
    0,
  );
}
