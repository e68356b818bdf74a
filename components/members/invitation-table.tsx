"use client";

import { MailPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { ROLE_NAMES } from "@/components/projects/project-words";
import { Badge, type BadgeShape, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { showToast } from "@/components/ui/show-toast";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/time-ago";
import { callApi } from "@/lib/client/api/call-api";
import type { InvitationState, InvitationView } from "@/lib/contracts/member";

export interface InvitationTableProps {
  readonly projectId: string;
  readonly invitations: readonly InvitationView[];
}

const LOOKS: Record<InvitationState, { readonly tone: BadgeTone; readonly shape?: BadgeShape }> = {
  open: { tone: "accent", shape: "empty" },
  accepted: { tone: "ok", shape: "check" },
  revoked: { tone: "neutral" },
  expired: { tone: "neutral" },
};

export function InvitationTable({ projectId, invitations }: InvitationTableProps) {
  const router = useRouter();
  if (invitations.length === 0) {
    return (
      <EmptyState icon={MailPlus} title="Nobody invited yet">
        Invite annotators and reviewers with a link.
      </EmptyState>
    );
  }
  const revoke = async ({ id }: InvitationView) => {
    const answer = await callApi({ method: "DELETE", path: `/projects/${projectId}/invitations/${id}` });
    showToast(
      answer.ok
        ? { title: "The link does not work any more" }
        : { tone: "danger", title: "Not revoked", description: answer.problem.message },
    );
    router.refresh();
  };
  return (
    <Panel>
      <Table label="Invitations">
        <thead>
          <tr>
            <TableHeadCell>For</TableHeadCell>
            <TableHeadCell>Role</TableHeadCell>
            <TableHeadCell>State</TableHeadCell>
            <TableHeadCell>Made</TableHeadCell>
            <TableHeadCell>
              <span className="sr-only">Revoke</span>
            </TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => {
            const { id, email, role, state, createdAt, invitedBy, acceptedBy } = invitation;
            const whom = email ?? "Whoever has the link";
            return (
              <TableRow key={id}>
                <TableCell isRowHeader>{whom}</TableCell>
                <TableCell>{ROLE_NAMES[role]}</TableCell>
                <TableCell>
                  <Badge {...LOOKS[state]}>
                    {state === "accepted" && acceptedBy !== null ? `accepted by ${acceptedBy}` : state}
                  </Badge>
                </TableCell>
                <TableCell>
                  <TimeAgo at={createdAt} />
                  {invitedBy !== null && <span className="text-soft"> by {invitedBy}</span>}
                </TableCell>
                <TableCell align="end">
                  {state === "open" && (
                    <Button
                      size="small"
                      variant="plain"
                      aria-label={`Revoke the invitation of ${whom}`}
                      onPress={() => void revoke(invitation)}
                    >
                      Revoke
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}
