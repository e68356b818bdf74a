import { Check } from "lucide-react";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { ROLES, type Access, type Role } from "@/lib/core/access/actor";
import { can, type ProjectAction } from "@/lib/core/access/rules";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { ROLE_NAMES } from "../projects/project-words";
import { HelpSection } from "./help-section";

const ACTS: readonly (readonly [action: ProjectAction, words: string])[] = [
  ["document.read", "Read documents, schema and guideline"],
  ["project.export", "Export what they may see"],
  ["annotatorSet.open", "Annotate documents in a set of their own"],
  ["sharedSet.open", "Annotate together, in shared projects"],
  ["review.decide", "Review submitted sets and decide the gold set"],
  ["agreement.read", "See how far annotators agree"],
  ["document.write", "Add, import and remove documents"],
  ["schema.write", "Change the schema"],
  ["guideline.write", "Change the guideline"],
  ["member.read", "See who is a member, and how far everybody is"],
  ["member.manage", "Invite people, change their roles, remove them"],
  ["project.manage", "Change the project’s settings, move it to the trash"],
];

/** Somebody who is nothing but a member with that role. */
function memberWith(role: Role): Access {
  const someone = "00000000-0000-0000-0000-000000000000";
  return {
    actor: { userId: someone as UserId, isAdmin: false, limits: null },
    projectId: someone as ProjectId,
    role,
  };
}

/** The table of rights as the server applies it. */
export function HelpRoles() {
  return (
    <HelpSection id="roles">
      <p>
        Rights are given per project. Whoever makes a project is its manager. A manager invites others by
        link, under <em>Members</em>: each link works once, for as long as the manager says, for one address
        or for whoever has it. Whoever is removed finds nothing of the project any more; their work stays
        under their name. A project always keeps one manager.
      </p>
      <table tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">May</th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {ROLE_NAMES[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ACTS.map(([action, words]) => (
            <tr key={action}>
              <th scope="row" className="font-normal! text-ink!">
                {words}
              </th>
              {ROLES.map((role) => (
                <td key={role}>
                  {can(memberWith(role), action) ? <Yes /> : <VisuallyHidden>no</VisuallyHidden>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Annotators never see each other’s sets while they work independently. Who is no member of a project
        does not learn that it exists. An administrator looks after accounts and the installation, and is a
        member of a project only when made one.
      </p>
      <p>
        What is thrown away lies in the trash for 30 days at least, and can be taken out of it. An
        administrator deletes it for good after that, with <code>npx triptych purge</code>.
      </p>
    </HelpSection>
  );
}

function Yes() {
  return (
    <>
      <Check aria-hidden className="size-4 text-ok" />
      <VisuallyHidden>yes</VisuallyHidden>
    </>
  );
}
