import { formatCount } from "@/components/ui/format-count";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { AgreementView } from "@/lib/contracts/agreement";
import type { Label } from "@/lib/core/schema/schema";

/** How many of them are worth a look. */
const SHOWN = 12;

export interface MixUpsProps {
  readonly mixedUp: AgreementView["mixedUp"];
  readonly labels: readonly Label[];
}

/** Which labels are taken for which, and what only one of two marked. */
export function MixUps({ mixedUp, labels }: MixUpsProps) {
  const nameOf = (key: string) => labels.find((label) => label.key === key)?.name ?? key;
  return (
    <Panel>
      <Table label="Labels that are taken for one another">
        <thead>
          <tr>
            <TableHeadCell>One marked</TableHeadCell>
            <TableHeadCell>The other</TableHeadCell>
            <TableHeadCell align="end">Times</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {mixedUp.slice(0, SHOWN).map(({ one, other, times }) => (
            <TableRow key={`${one} ${other ?? ""}`}>
              <TableCell isRowHeader>{nameOf(one)}</TableCell>
              <TableCell className={other === null ? "text-soft" : ""}>
                {other === null ? "nothing there" : nameOf(other)}
              </TableCell>
              <TableCell align="end">{formatCount(times)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
