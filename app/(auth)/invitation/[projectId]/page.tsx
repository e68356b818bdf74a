import type { Metadata } from "next";
import { AcceptInvitation } from "@/components/members/accept-invitation";
import { JoinForm } from "@/components/members/join-form";
import { ROLE_NAMES } from "@/components/projects/project-words";
import { AuthCard } from "@/components/shell/auth-card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { InvitationRef, type InvitationOffer } from "@/lib/contracts/member";
import { isSignedIn, visitContext } from "@/lib/server/page-context";
import { checkInvitation } from "@/lib/usecases/members/check-invitation";
import { acceptInvitationAction, joinByInvitationAction } from "../../actions";

export const metadata: Metadata = { title: "Invitation" };

const DEAD: Readonly<Record<Exclude<InvitationOffer["state"], "open">, string>> = {
  unknown: "This link is not complete, or its project is not there any more.",
  accepted: "Somebody has accepted with this link, and it works only once.",
  revoked: "The invitation has been taken back.",
  expired: "The time for which this link worked is over.",
};

interface InvitationPageProps {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

export default async function InvitationPage({ params, searchParams }: InvitationPageProps) {
  const { data: invitation } = InvitationRef.safeParse({
    projectId: (await params).projectId,
    token: (await searchParams).token,
  });
  const offer: InvitationOffer =
    invitation === undefined ? { state: "unknown" } : await checkInvitation(visitContext(), invitation);
  if (offer.state !== "open" || invitation === undefined) {
    return (
      <AuthCard title="This invitation does not work">
        <p>{DEAD[offer.state === "open" ? "unknown" : offer.state]} Ask whoever sent it for another one.</p>
        <LinkButton href="/projects" variant="primary">
          Go to your projects
        </LinkButton>
      </AuthCard>
    );
  }
  const title = `Join “${offer.projectName}”`;
  const description = `${offer.invitedBy === null ? "You are invited" : `${offer.invitedBy} invites you`} as ${ROLE_NAMES[offer.role].toLowerCase()}.`;
  if (await isSignedIn()) {
    return (
      <AuthCard title={title} description={description}>
        <AcceptInvitation invitation={invitation} onAccept={acceptInvitationAction} />
      </AuthCard>
    );
  }
  const here = `/invitation/${invitation.projectId}?token=${encodeURIComponent(invitation.token)}`;
  return (
    <AuthCard
      title={title}
      description={description}
      footer={
        <>
          You have an account? <TextLink href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</TextLink>{" "}
          and come back here.
        </>
      }
    >
      <JoinForm invitation={invitation} email={offer.email} onJoin={joinByInvitationAction} />
    </AuthCard>
  );
}
