import { SetStateBadge } from "@/components/shell/set-state-badge";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { QueueEntry } from "@/lib/contracts/review";

/** The documents that can be reviewed, the most disagreement first. */
export function QueueTable({
  projectId,
  entries,
}: {
  readonly projectId: string;
  readonly entries: readonly QueueEntry[];
}) {
  return (
    <Panel>
      <Table label="Documents to review">
        <thead>
          <tr>
            <TableHeadCell>Document</TableHeadCell>
            <TableHeadCell>Sets</TableHeadCell>
            <TableHeadCell sort="descending">Disagreement</TableHeadCell>
            <TableHeadCell>Decided</TableHeadCell>
            <TableHeadCell>State</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <TableRow key={entry.documentId}>
              <TableCell isRowHeader>
                <AppLink
                  href={`/projects/${projectId}/review/${entry.documentId}`}
                  className="font-medium hover:underline"
                >
                  <GivenText>{entry.title}</GivenText>
                </AppLink>
                {entry.source !== null && <span className="block text-sm text-soft">{entry.source}</span>}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {entry.done} of {entry.sets}
              </TableCell>
              <TableCell>
                <Disagreement figures={entry.figures} />
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {entry.figures === null
                  ? "–"
                  : `${entry.figures.points - entry.figures.undecided} of ${entry.figures.points}`}
              </TableCell>
              <TableCell>
                <State entry={entry} />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function Disagreement({ figures }: { readonly figures: QueueEntry["figures"] }) {
  if (figures === null) return <span className="text-soft">not compared yet</span>;
  if (figures.disagreement === null) return <span className="text-soft">one set</span>;
  const percent = Math.round(figures.disagreement * 100);
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-line max-sm:hidden">
        <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span className="whitespace-nowrap tabular-nums">{percent} %</span>
      <span className="text-sm whitespace-nowrap text-soft max-sm:hidden">
        {figures.differing} of {figures.points}
      </span>
    </span>
  );
}

function State({ entry: { goldState, figures, contested } }: { readonly entry: QueueEntry }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {goldState === "accepted" ? (
        <SetStateBadge state="accepted" />
      ) : figures?.undecided === 0 ? (
        <Badge tone="accent" shape="full">
          decided
        </Badge>
      ) : (
        <Badge tone="neutral" shape={goldState === null ? "empty" : "half"}>
          open
        </Badge>
      )}
      {contested > 0 && (
        <Badge tone="warn" shape="back">
          {contested} contested
        </Badge>
      )}
    </span>
  );
}
