import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AgreementFilter, AgreementView } from "@/lib/contracts/agreement";
import { disagreementsHref } from "./agreement-address";
import { decimal } from "./figure-words";

export interface LowestDocumentsProps {
  readonly projectId: string;
  readonly filter: AgreementFilter;
  readonly lowest: AgreementView["lowest"];
}

/** The documents that annotators agree on least: where to look first. */
export function LowestDocuments({ projectId, filter, lowest }: LowestDocumentsProps) {
  return (
    <Panel>
      <Table label="Documents with the least agreement" className="max-h-112">
        <thead>
          <tr>
            <TableHeadCell>Document</TableHeadCell>
            <TableHeadCell align="end">Annotators</TableHeadCell>
            <TableHeadCell align="end">F1, half</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {lowest.map(({ id, title, annotators, f1 }) => (
            <TableRow key={id}>
              <TableCell isRowHeader className="w-full max-w-0 min-w-44">
                <TextLink
                  quiet
                  prefetch={false}
                  href={disagreementsHref(projectId, { ...filter, documentId: id })}
                  className="block truncate"
                >
                  <GivenText>{title}</GivenText>
                </TextLink>
              </TableCell>
              <TableCell align="end">{annotators}</TableCell>
              <TableCell align="end" className={f1 === null ? "text-sm text-soft" : ""}>
                {f1 === null ? "nothing marked" : decimal(f1)}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
