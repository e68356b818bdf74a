"use client";

import { Ellipsis, KeyRound, Power, ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { GivenText } from "@/components/ui/given-text";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { Panel } from "@/components/ui/panel";
import { showToast } from "@/components/ui/show-toast";
import { Table, TableCell, TableHeadCell, TableRow } from "@/components/ui/table";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { PersonPatch, PersonView } from "@/lib/contracts/person";
import type { UserId } from "@/lib/core/ids";
import { PasswordLinkDialog, type MadeLink } from "./password-link-dialog";

export interface PeopleTableProps {
  readonly people: readonly PersonView[];
  /** Who is looking. */
  readonly self: UserId;
  readonly onSwitch: (input: PersonPatch) => Promise<ActionResult<unknown>>;
  readonly onLink: (input: {
    readonly userId: UserId;
  }) => Promise<ActionResult<{ readonly passwordPath: string }>>;
}

export function PeopleTable({ people, self, onSwitch, onLink }: PeopleTableProps) {
  const router = useRouter();
  const [link, setLink] = useState<MadeLink | null>(null);

  const switchPerson = async (patch: PersonPatch, done: string) => {
    const answer = await onSwitch(patch);
    showToast(
      answer.ok ? { title: done } : { tone: "danger", title: "Nothing changed", description: answer.message },
    );
    router.refresh();
  };
  const makeLink = async ({ userId, name }: PersonView) => {
    const made = await onLink({ userId });
    if (made.ok) setLink({ name, path: made.data.passwordPath });
    else showToast({ tone: "danger", title: "No link made", description: made.message });
  };

  return (
    <Panel>
      <Table label="People">
        <thead>
          <tr>
            <TableHeadCell>Name</TableHeadCell>
            <TableHeadCell>Account</TableHeadCell>
            <TableHeadCell align="end">Projects</TableHeadCell>
            <TableHeadCell>Since</TableHeadCell>
            <TableHeadCell>
              <span className="sr-only">Actions</span>
            </TableHeadCell>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <TableRow key={person.userId}>
              <TableCell isRowHeader>
                <GivenText>{person.name}</GivenText>
                <span className="block text-sm text-soft">{person.email}</span>
              </TableCell>
              <TableCell>
                <AccountState person={person} />
              </TableCell>
              <TableCell align="end">{person.projects}</TableCell>
              <TableCell>
                <TimeAgo at={person.createdAt} />
              </TableCell>
              <TableCell align="end">
                <Menu
                  label={`Actions for ${person.name}`}
                  placement="bottom end"
                  trigger={<IconButton icon={Ellipsis} label={`Actions for ${person.name}`} size="small" />}
                >
                  <MenuItem icon={KeyRound} onAction={() => void makeLink(person)}>
                    Make a password link…
                  </MenuItem>
                  <MenuItem
                    icon={ShieldCheck}
                    onAction={() =>
                      void switchPerson(
                        { userId: person.userId, isAdmin: !person.isAdmin },
                        person.isAdmin
                          ? `${person.name} administers no more`
                          : `${person.name} administers the installation now`,
                      )
                    }
                  >
                    {person.isAdmin ? "Take the administrator’s rights" : "Make administrator"}
                  </MenuItem>
                  <MenuItem
                    icon={Power}
                    isDisabled={person.userId === self}
                    {...(person.isDisabled ? {} : { tone: "danger" as const })}
                    onAction={() =>
                      void switchPerson(
                        { userId: person.userId, isDisabled: !person.isDisabled },
                        person.isDisabled ? `${person.name} can sign in again` : `${person.name} is out`,
                      )
                    }
                  >
                    {person.isDisabled ? "Switch the account on" : "Switch the account off"}
                  </MenuItem>
                </Menu>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <PasswordLinkDialog link={link} onClose={() => setLink(null)} />
    </Panel>
  );
}

function AccountState({ person: { isAdmin, isDisabled, hasPassword } }: { readonly person: PersonView }) {
  if (isDisabled) return <Badge tone="warn">off</Badge>;
  if (isAdmin) return <Badge tone="accent">administrator</Badge>;
  return hasPassword ? <Badge>in use</Badge> : <Badge>no password yet</Badge>;
}
