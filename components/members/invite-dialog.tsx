"use client";

import { MadeOnceDialog } from "@/components/ui/made-once-dialog";
import type { CreatedInvitation } from "@/lib/contracts/member";
import { InviteForm } from "./invite-form";

/** Makes an invitation and shows its link, this once. */
export function InviteDialog({ projectId }: { readonly projectId: string }) {
  return (
    <MadeOnceDialog<CreatedInvitation>
      trigger="Invite…"
      title={{ before: "Invite somebody", after: "The invitation" }}
      form={(on) => <InviteForm projectId={projectId} {...on} />}
      secret={({ path, email }) => ({
        label: "Link",
        value: new URL(path, window.location.origin).href,
        warning: `Send it to ${email ?? "one person"}: it works once, and is not shown again.`,
      })}
    />
  );
}
