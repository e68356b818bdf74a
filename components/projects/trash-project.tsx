"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogTrigger } from "@/components/ui/dialog-trigger";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";

/** Moves a whole project to the trash, after asking. */
export function TrashProject({ projectId, name }: { readonly projectId: string; readonly name: string }) {
  const router = useRouter();
  const trash = async () => {
    const answer = await callApi({ method: "DELETE", path: `/projects/${projectId}` });
    if (!answer.ok) throw new Error(answer.problem.code);
    showToast({
      title: "Moved to the trash",
      description: name,
      action: { label: "Open the trash", onPress: () => router.push("/projects/trash") },
    });
    router.push("/projects");
    router.refresh();
  };
  return (
    <DialogTrigger>
      <Button>Move to trash…</Button>
      <ConfirmDialog title="Move this project to the trash?" confirmLabel="Move to trash" onConfirm={trash}>
        Nobody can open “{name}” while it is there. A manager can restore it for 30 days, with everything in
        it.
      </ConfirmDialog>
    </DialogTrigger>
  );
}
