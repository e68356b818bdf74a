import { formatCount } from "@/components/ui/format-count";
import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { AgreementView } from "@/lib/contracts/agreement";
import type { Label } from "@/lib/core/schema/schema";

export interface AnnotatorCountsProps {
  readonly annotators: AgreementView["annotators"];
  readonly labels: readonly Label[];
}

/** What stands behind the numbers: whose sets, how many completed with nothing, how many spans of each label. */
export function AnnotatorCounts({ annotators, labels }: AnnotatorCountsProps) {
  return (
    <Panel>
      <Table label="What each annotator has in it">
        <thead>
          <tr>
            <TableHeadCell>Annotator</TableHeadCell>
            <TableHeadCell align="end">Documents</TableHeadCell>
            <TableHeadCell align="end">Completed with nothing</TableHeadCell>
            {labels.map(({ key, name }) => (
              <TableHeadCell key={key} align="end">
                {name}
              </TableHeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {annotators.map(({ id, name, completed, empty, spans }) => (
            <TableRow key={id}>
              <TableCell isRowHeader>
                <GivenText>{name}</GivenText>
              </TableCell>
              <TableCell align="end">{formatCount(completed)}</TableCell>
              <TableCell align="end">{formatCount(empty)}</TableCell>
              {labels.map(({ key }) => (
                <TableCell key={key} align="end">
                  {formatCount(Object.hasOwn(spans, key) ? (spans[key] ?? 0) : 0)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
