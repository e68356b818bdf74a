"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { countOf, formatCount } from "@/components/ui/format-count";
import { Notice } from "@/components/ui/notice";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { ImportReport } from "@/lib/contracts/exchange";
import { saveFile } from "./save-file";
import { reportCsv } from "./report-csv";

const SHOWN_AT_FIRST = 20;

/** What became of a file: how many lines arrived, and for each that did not, where it is and how to mend it. */
export function ImportReportView({ name, report }: { readonly name: string; readonly report: ImportReport }) {
  const { state, created, updated, unchanged, skipped, failed, annotationsNotTaken, errors } = report;
  const isClean = failed === 0 && annotationsNotTaken === 0 && state === "done";
  return (
    <>
      <Notice
        tone={isClean ? "ok" : state === "failed" ? "danger" : "warn"}
        isAnswer
        title={headline(report)}
      >
        <p className="text-soft tabular-nums">
          {formatCount(created)} created · {formatCount(updated)} updated ·{" "}
          {unchanged > 0 && `${formatCount(unchanged)} unchanged · `}
          {formatCount(skipped)} skipped · {formatCount(failed)} failed
        </p>
        {annotationsNotTaken > 0 && (
          <p className="mt-1 text-soft">
            {countOf(annotationsNotTaken, "annotation")} not taken: the documents were here before, and a file
            changes nobody’s work. Give the lines other external ids to import them as documents of their own.
          </p>
        )}
      </Notice>
      {errors.length > 0 && <ErrorTable errors={errors} />}
      {errors.length > 0 && (
        <div className="mt-3">
          <Button onPress={() => saveFile(`${name}.report.csv`, "text/csv", reportCsv(report))}>
            <Download aria-hidden /> Download the report
          </Button>
        </div>
      )}
    </>
  );
}

function headline({ state, created, updated, failed }: ImportReport): string {
  if (state === "failed") return `Nothing was imported: ${countOf(failed, "line")} could not be taken.`;
  const rest = created + updated === 0 ? "" : " The others are in.";
  if (failed > 0) return `${countOf(failed, "line")} could not be taken.${rest}`;
  return created + updated === 0 ? "Nothing new in this file." : "Everything is in.";
}

function ErrorTable({ errors }: { readonly errors: ImportReport["errors"] }) {
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  return (
    <>
      <Table label="Lines that were not taken" className="mt-3 max-h-96 rounded-md border border-line">
        <thead>
          <tr>
            <TableHeadCell align="end">Line</TableHeadCell>
            <TableHeadCell align="end" className="max-sm:hidden">
              Byte
            </TableHeadCell>
            <TableHeadCell className="max-sm:hidden">Code</TableHeadCell>
            <TableHeadCell>What is wrong</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, shown).map(({ line, byte, code, message }) => (
            <TableRow key={`${line} ${byte} ${code} ${message}`}>
              <TableCell align="end" className="align-top">
                {formatCount(line)}
              </TableCell>
              <TableCell align="end" className="align-top text-soft max-sm:hidden">
                {formatCount(byte)}
              </TableCell>
              <TableCell className="align-top max-sm:hidden">
                <code className="font-mono text-sm">{code}</code>
              </TableCell>
              <TableCell className="w-full min-w-56 align-top [overflow-wrap:anywhere]">{message}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {errors.length > shown && (
        <Button variant="plain" size="small" className="mt-2" onPress={() => setShown(shown + 200)}>
          Show more of {formatCount(errors.length)}
        </Button>
      )}
    </>
  );
}
