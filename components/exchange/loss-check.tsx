"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { countOf, formatCount } from "@/components/ui/format-count";
import { GivenText } from "@/components/ui/given-text";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import type { LossReport } from "@/lib/contracts/exchange";
import { LOSS_NAMES } from "@/lib/core/exchange/formats/loss";
import type { ApiProblem } from "@/lib/client/api/api-problem";
import { callApi } from "@/lib/client/api/call-api";
import { exportPath } from "./export-commands";

const SHOWN = 20;

type Check =
  | { readonly state: "idle" | "counting" }
  | { readonly state: "failed"; readonly problem: ApiProblem }
  | { readonly state: "done"; readonly report: LossReport };

/** Counts, when asked, what an export with this query would leave out. */
export function LossCheck({ projectId, query }: { readonly projectId: string; readonly query: string }) {
  const [check, setCheck] = useState<Check>({ state: "idle" });
  const count = async () => {
    setCheck({ state: "counting" });
    const path = `/projects/${projectId}/export/report${query === "" ? "" : `?${query}`}` as const;
    const answer = await callApi<LossReport>({ method: "GET", path });
    setCheck(
      answer.ok ? { state: "done", report: answer.value } : { state: "failed", problem: answer.problem },
    );
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button onPress={() => void count()} isPending={check.state === "counting"}>
        Count what would be lost
      </Button>
      {check.state === "failed" && (
        <Notice tone="danger" isAnswer title="Not counted">
          {check.problem.message}
        </Notice>
      )}
      {check.state === "done" && <Losses projectId={projectId} query={query} report={check.report} />}
    </div>
  );
}

interface LossesProps {
  readonly projectId: string;
  readonly query: string;
  readonly report: LossReport;
}

function Losses({ projectId, query, report }: LossesProps) {
  const { rows, annotations, relations, losses, listed } = report;
  const held = `${countOf(annotations, "annotation")} and ${countOf(relations, "relation")} of ${countOf(rows, "set")}`;
  if (losses.length === 0)
    return (
      <Notice tone="ok" isAnswer title="Nothing is lost.">
        The file holds all {held}.
      </Notice>
    );
  return (
    <>
      <Notice tone="warn" isAnswer title={`Of ${held} the file does not hold everything:`} className="w-full">
        <ul className="mt-1 list-disc pl-4 tabular-nums">
          {losses.map(({ kind, count }) => (
            <li key={kind}>{countOf(count, LOSS_NAMES[kind].one, LOSS_NAMES[kind].many)}</li>
          ))}
        </ul>
      </Notice>
      <Table label="What would be lost" className="max-h-96 w-full rounded-md border border-line">
        <thead>
          <tr>
            <TableHeadCell>Document</TableHeadCell>
            <TableHeadCell className="max-sm:hidden">What</TableHeadCell>
            <TableHeadCell>Reason</TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, SHOWN).map((loss, index) => (
            <TableRow key={index}>
              <TableCell className="max-w-40 align-top [overflow-wrap:anywhere]">
                <GivenText>{loss.externalId ?? loss.document}</GivenText>
              </TableCell>
              <TableCell className="align-top max-sm:hidden">{LOSS_NAMES[loss.kind].one}</TableCell>
              <TableCell className="w-full min-w-40 align-top [overflow-wrap:anywhere]">
                <GivenText>{loss.reason}</GivenText>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <LinkButton href={lossListPath(projectId, query)} prefetch={false} download>
          <Download aria-hidden /> Download the list
        </LinkButton>
        {total(report) > SHOWN && (
          <p className="text-soft">
            Shown are the first {SHOWN} of {formatCount(total(report))}.
          </p>
        )}
      </div>
    </>
  );
}

function total({ losses }: LossReport): number {
  return losses.reduce((sum, { count }) => sum + count, 0);
}

function lossListPath(projectId: string, query: string): string {
  return exportPath(projectId, "").replace(
    /export$/,
    `export/report?${query === "" ? "" : `${query}&`}as=csv`,
  );
}
