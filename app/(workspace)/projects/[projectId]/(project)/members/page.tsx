import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InvitationTable } from "@/components/members/invitation-table";
import { InviteDialog } from "@/components/members/invite-dialog";
import { MemberTable } from "@/components/members/member-table";
import { Page } from "@/components/shell/page";
import { countOf } from "@/components/ui/format-count";
import { Section } from "@/components/ui/section";
import { listInvitations } from "@/lib/usecases/members/list-invitations";
import { listMembers } from "@/lib/usecases/members/list-members";
import { loadProject } from "../../../load-project";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: PageProps<"/projects/[projectId]/members">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  if (!may("member.read")) redirect(`/projects/${project.id}/documents`);
  const isManager = may("member.manage");
  const [members, invitations] = await Promise.all([
    listMembers(ctx, { projectId: project.id }),
    isManager ? listInvitations(ctx, { projectId: project.id }) : { items: [] },
  ]);
  const present = members.items.filter(({ removedAt }) => removedAt === null);
  const past = members.items.filter(({ removedAt }) => removedAt !== null);
  return (
    <Page
      title="Members"
      description={countOf(present.length, "member")}
      actions={isManager && <InviteDialog projectId={project.id} />}
    >
      <Section title="In the project">
        <MemberTable projectId={project.id} members={present} isManager={isManager} />
      </Section>
      {isManager && (
        <Section
          title="Invitations"
          description="Each link works once. Whoever opens it signs in or makes an account."
        >
          <InvitationTable projectId={project.id} invitations={invitations.items} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title="No longer in the project" description="Their work stays, under their names.">
          <MemberTable projectId={project.id} members={past} isManager={false} />
        </Section>
      )}
    </Page>
  );
}
