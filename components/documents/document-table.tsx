import { GivenText } from "@/components/ui/given-text";
import { formatCount } from "@/components/ui/format-count";
import { formatDate } from "@/components/ui/format-date";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DocumentSummary } from "@/lib/contracts/document";
import { DocumentMenu } from "./document-menu";
import type { RestoreDocument } from "./restore-and-tell";
import { RowKeys } from "./row-keys";
import { WorkStateBadge } from "./work-state";

export interface DocumentTableProps {
  readonly projectId: string;
  readonly documents: readonly DocumentSummary[];
  /** Whose work the states are: the person's own, or everybody's in a shared project. */
  readonly work: "own" | "shared";
  /** Given where the person may move documents to the trash; takes one out again. */
  readonly restore: RestoreDocument | null;
}

/** One page of documents. The whole row leads to the annotate screen; up and down move from row to row. */
export function DocumentTable({ projectId, documents, work, restore }: DocumentTableProps) {
  return (
    <RowKeys className="overflow-hidden rounded-lg border border-line bg-paper">
      <Table label="Documents">
        <thead>
          <tr>
            <TableHeadCell>Title</TableHeadCell>
            <TableHeadCell className="max-md:hidden">Source</TableHeadCell>
            <TableHeadCell className="max-md:hidden">Date</TableHeadCell>
            <TableHeadCell align="end" className="max-lg:hidden">
              Characters
            </TableHeadCell>
            <TableHeadCell className="max-sm:hidden">{work === "own" ? "Your work" : "State"}</TableHeadCell>
            <TableHeadCell align="end" className="max-sm:hidden">
              Annotations
            </TableHeadCell>
            {restore !== null && (
              <TableHeadCell>
                <span className="sr-only">Actions</span>
              </TableHeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow key={document.id} projectId={projectId} document={document} restore={restore} />
          ))}
        </tbody>
      </Table>
    </RowKeys>
  );
}

interface DocumentRowProps {
  readonly projectId: string;
  readonly document: DocumentSummary;
  readonly restore: RestoreDocument | null;
}

function DocumentRow({ projectId, document, restore }: DocumentRowProps) {
  const { title, source, publishedAt, length, mySet } = document;
  const state = mySet?.state ?? "none";
  const where = [source, publishedAt === null ? null : formatDate(publishedAt)].filter(
    (part) => part !== null,
  );
  return (
    <TableRow className="relative">
      <TableCell isRowHeader className="w-full max-w-0 min-w-44">
        <TextLink
          quiet
          href={`/projects/${projectId}/documents/${document.id}/annotate`}
          prefetch={false}
          data-row-link=""
          className="block truncate font-medium after:absolute after:inset-0"
        >
          <GivenText>{title}</GivenText>
        </TextLink>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-soft md:hidden">
          <span className="sm:hidden">
            <WorkStateBadge state={state} />
          </span>
          {where.length > 0 && (
            <span className="truncate">
              <GivenText>{where.join(" · ")}</GivenText>
            </span>
          )}
        </div>
      </TableCell>
      <TableCell className="max-w-48 truncate text-soft max-md:hidden">
        {source !== null && <GivenText>{source}</GivenText>}
      </TableCell>
      <TableCell className="whitespace-nowrap text-soft max-md:hidden">
        {publishedAt !== null && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
      </TableCell>
      <TableCell align="end" className="text-soft max-lg:hidden">
        {formatCount(length)}
      </TableCell>
      <TableCell className="max-sm:hidden">
        <WorkStateBadge state={state} />
      </TableCell>
      <TableCell align="end" className="max-sm:hidden">
        {mySet === null ? <span className="text-soft">–</span> : formatCount(mySet.annotations)}
      </TableCell>
      {restore !== null && (
        <TableCell align="end" className="relative z-1">
          <DocumentMenu projectId={projectId} documentId={document.id} title={title} restore={restore} />
        </TableCell>
      )}
    </TableRow>
  );
}
