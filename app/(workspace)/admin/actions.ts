"use server";

import { PersonPatch, PersonRef } from "@/lib/contracts/person";
import { action } from "@/lib/server/action";
import { issuePasswordLinkFor } from "@/lib/usecases/accounts/issue-password-link";
import { switchPerson } from "@/lib/usecases/accounts/switch-person";

export const switchPersonAction = action(PersonPatch, switchPerson);
export const passwordLinkAction = action(PersonRef, issuePasswordLinkFor);
