"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { showToast } from "@/components/ui/show-toast";
import { TimeAgo } from "@/components/ui/time-ago";
import { callApi } from "@/lib/client/api/call-api";
import type { ProjectView } from "@/lib/contracts/project";

/** Projects that were moved to the trash, each with the way back. */
export function TrashedProjects({ projects }: { readonly projects: readonly ProjectView[] }) {
  if (projects.length === 0) {
    return (
      <EmptyState icon={Trash2} title="The trash is empty">
        A project that is moved here can be restored for 30 days.
      </EmptyState>
    );
  }
  return (
    <Panel>
      <ul>
        {projects.map((project) => (
          <TrashedProject key={project.id} project={project} />
        ))}
      </ul>
    </Panel>
  );
}

function TrashedProject({ project: { id, name, deletedAt } }: { readonly project: ProjectView }) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const restore = async () => {
    setPending(true);
    const answer = await callApi({ method: "POST", path: `/projects/${id}/restore` });
    setPending(false);
    if (!answer.ok) return void showToast({ tone: "danger", title: "Not restored", description: answer.problem.message });
    showToast({ tone: "ok", title: "Restored", description: name });
    router.refresh();
  };
  return (
    <li className="flex items-center gap-4 border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <GivenText>{name}</GivenText>
        </p>
        {deletedAt !== null && (
          <p className="text-sm text-soft">
            Moved here <TimeAgo at={deletedAt} />
          </p>
        )}
      </div>
      <Button isPending={isPending} aria-label={`Restore ${name}`} onPress={() => void restore()}>
        Restore
      </Button>
    </li>
  );
}
