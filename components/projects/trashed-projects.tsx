"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { GivenText } from "@/components/ui/given-text";
import { Panel } from "@/components/ui/panel";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { ProjectView } from "@/lib/contracts/project";
import { restoreAndTell } from "../documents/restore-and-tell";

type RestoreProject = (input: { readonly projectId: string }) => Promise<ActionResult<ProjectView>>;

export interface TrashedProjectsProps {
  readonly projects: readonly ProjectView[];
  readonly restore: RestoreProject;
}

/** Projects that were moved to the trash, each with the way back. */
export function TrashedProjects({ projects, restore }: TrashedProjectsProps) {
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
          <TrashedProject key={project.id} project={project} restore={restore} />
        ))}
      </ul>
    </Panel>
  );
}

interface TrashedProjectProps {
  readonly project: ProjectView;
  readonly restore: RestoreProject;
}

function TrashedProject({ project: { id, name, deletedAt }, restore }: TrashedProjectProps) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const takeOut = async () => {
    setPending(true);
    if (await restoreAndTell(restore({ projectId: id }), name)) router.refresh();
    setPending(false);
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
      <Button isPending={isPending} aria-label={`Restore ${name}`} onPress={() => void takeOut()}>
        Restore
      </Button>
    </li>
  );
}
