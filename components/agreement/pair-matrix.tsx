import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AgreementFilter, AgreementView } from "@/lib/contracts/agreement";
import { countOf } from "@/components/ui/format-count";
import { disagreementsHref } from "./agreement-address";
import { inWords } from "./figure-words";

export interface PairMatrixProps {
  readonly projectId: string;
  readonly filter: AgreementFilter;
  readonly view: AgreementView;
}

/** F1 with half of the characters in common, of each two annotators; how many documents they share stands below. */
export function PairMatrix({ projectId, filter, view: { annotators, shared, figures } }: PairMatrixProps) {
  const pairOf = (one: string, other: string) =>
    shared.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  return (
    <Panel>
      <Table label="Agreement by pair of annotators">
        <thead>
          <tr>
            <TableHeadCell>
              <span className="sr-only">Annotator</span>
            </TableHeadCell>
            {annotators.map(({ id, name }) => (
              <TableHeadCell key={id} align="end">
                <GivenText>{name}</GivenText>
              </TableHeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {annotators.map((row) => (
            <TableRow key={row.id}>
              <TableCell isRowHeader>
                <GivenText>{row.name}</GivenText>
              </TableCell>
              {annotators.map((column) => {
                const pair = pairOf(row.id, column.id);
                if (row.id === column.id || pair === undefined)
                  return (
                    <TableCell key={column.id} align="end" className="text-soft">
                      –
                    </TableCell>
                  );
                const figure = figures.find(
                  ({ entry, name, label, annotators: both }) =>
                    entry === "span-f1-overlap" &&
                    name === "f1" &&
                    label === null &&
                    both?.[0] === pair.a &&
                    both[1] === pair.b,
                );
                return (
                  <TableCell key={column.id} align="end">
                    <TextLink
                      quiet
                      prefetch={false}
                      href={disagreementsHref(projectId, { ...filter, a: pair.a, b: pair.b })}
                      className="font-medium"
                    >
                      {figure === undefined ? "–" : inWords(figure.coefficient)}
                    </TextLink>
                    <span className="block text-xs text-soft">{countOf(pair.documents, "document")}</span>
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
