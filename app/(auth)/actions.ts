"use server";

import { CompleteSetUp, SetPasswordByLink } from "@/lib/contracts/account";
import { InvitationRef, JoinByInvitation } from "@/lib/contracts/member";
import { action, publicAction } from "@/lib/server/action";
import { completeSetUp } from "@/lib/usecases/accounts/complete-set-up";
import { setPasswordByLink } from "@/lib/usecases/accounts/set-password-by-link";
import { acceptInvitation, joinByInvitation } from "@/lib/usecases/members/accept-invitation";

export const completeSetUpAction = publicAction(CompleteSetUp, async (visit, input) => {
  const { projectIds } = await completeSetUp(visit, input);
  const [sample] = projectIds;
  return { path: sample === undefined ? "/projects" : `/projects/${sample}/documents` };
});

export const setPasswordAction = publicAction(SetPasswordByLink, async (visit, input) => {
  await setPasswordByLink(visit, input);
});

export const acceptInvitationAction = action(InvitationRef, async (ctx, input) => {
  const { projectId } = await acceptInvitation(ctx, input);
  return { path: `/projects/${projectId}/documents` };
});

export const joinByInvitationAction = publicAction(JoinByInvitation, async (visit, input) => {
  const { projectId } = await joinByInvitation(visit, input);
  return { path: `/projects/${projectId}/documents` };
});
