"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ROLE_NAMES } from "@/components/projects/project-words";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { countOf } from "@/components/ui/format-count";
import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/show-toast";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/time-ago";
import { callApi } from "@/lib/client/api/call-api";
import type { MemberView } from "@/lib/contracts/member";
import { ROLES, type Role } from "@/lib/core/access/actor";

export interface MemberTableProps {
  readonly projectId: string;
  readonly members: readonly MemberView[];
  /** Whether the reader may change roles and remove people. */
  readonly isManager: boolean;
}

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }));

export function MemberTable({ projectId, members, isManager }: MemberTableProps) {
  const router = useRouter();
  const [removing, setRemoving] = useState<MemberView | null>(null);
  const pathOf = ({ userId }: MemberView) => `/projects/${projectId}/members/${userId}` as const;

  const changeRole = async (member: MemberView, role: Role) => {
    const answer = await callApi({ method: "PATCH", path: pathOf(member), body: { role } });
    showToast(
      answer.ok
        ? { title: `${member.name} is ${ROLE_NAMES[role].toLowerCase()} now` }
        : { tone: "danger", title: "The role stays", description: answer.problem.message },
    );
    router.refresh();
  };

  const remove = async (member: MemberView) => {
    const answer = await callApi({ method: "DELETE", path: pathOf(member) });
    showToast(
      answer.ok
        ? { title: "Removed from the project", description: member.name }
        : { tone: "danger", title: "Not removed", description: answer.problem.message },
    );
    router.refresh();
  };

  return (
    <Panel>
      <Table label={isManager ? "Members" : "People"}>
        <thead>
          <tr>
            <TableHeadCell>Name</TableHeadCell>
            <TableHeadCell>Role</TableHeadCell>
            <TableHeadCell align="end">Submitted</TableHeadCell>
            <TableHeadCell>Since</TableHeadCell>
            {isManager && (
              <TableHeadCell>
                <span className="sr-only">Remove</span>
              </TableHeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <TableRow key={member.userId}>
              <TableCell isRowHeader>
                <Person member={member} />
              </TableCell>
              <TableCell>
                {isManager ? (
                  <Select
                    label={`Role of ${member.name}`}
                    hideLabel
                    options={ROLE_OPTIONS}
                    value={member.role}
                    onChange={(role) => {
                      if (role !== member.role) void changeRole(member, role);
                    }}
                    className="w-36"
                  />
                ) : (
                  ROLE_NAMES[member.role]
                )}
              </TableCell>
              <TableCell align="end">
                {member.sets === 0 ? "–" : `${member.submitted} of ${countOf(member.sets, "document")}`}
              </TableCell>
              <TableCell>
                <TimeAgo at={member.since} />
              </TableCell>
              {isManager && (
                <TableCell align="end">
                  <Button
                    size="small"
                    variant="plain"
                    aria-label={`Remove ${member.name}…`}
                    onPress={() => setRemoving(member)}
                  >
                    Remove…
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </tbody>
      </Table>
      {removing !== null && (
        <ConfirmDialog
          title={`Remove ${removing.name} from the project?`}
          confirmLabel="Remove"
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) setRemoving(null);
          }}
          onConfirm={() => remove(removing)}
        >
          They can open nothing of it any more. Their work stays, under their name, and is theirs again when
          they are invited anew.
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function Person({ member: { name, email, isDisabled } }: { readonly member: MemberView }) {
  return (
    <span className="flex items-center gap-2.5 py-1">
      <Avatar name={name} />
      <span className="min-w-0">
        <span className="block">
          <GivenText>{name}</GivenText> {isDisabled && <Badge tone="warn">account off</Badge>}
        </span>
        <span className="block text-sm text-soft">{email}</span>
      </span>
    </span>
  );
}
