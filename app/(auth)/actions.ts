"use server";

import { CompleteSetUp, SetPasswordByLink } from "@/lib/contracts/account";
import { publicAction } from "@/lib/server/action";
import { completeSetUp } from "@/lib/usecases/accounts/complete-set-up";
import { setPasswordByLink } from "@/lib/usecases/accounts/set-password-by-link";

export const completeSetUpAction = publicAction(CompleteSetUp, async (visit, input) => {
  const { projectIds } = await completeSetUp(visit, input);
  const [sample] = projectIds;
  return { path: sample === undefined ? "/projects" : `/projects/${sample}/documents` };
});

export const setPasswordAction = publicAction(SetPasswordByLink, async (visit, input) => {
  await setPasswordByLink(visit, input);
});
