import { FolderOpen } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ProjectView } from "@/lib/contracts/project";
import { ProjectCard } from "./project-card";

export function ProjectList({ projects }: { readonly projects: readonly ProjectView[] }) {
  if (projects.length === 0) {
    return (
      <EmptyState
        icon={FolderOpen}
        title="No projects yet"
        action={
          <LinkButton href="/projects/new" variant="primary">
            New project
          </LinkButton>
        }
      >
        A project holds articles, the labels you mark them with, and what everybody marked. Make one, or ask
        to be added to one.
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {projects.map((project) => (
        <li key={project.id} className="grid">
          <ProjectCard project={project} />
        </li>
      ))}
    </ul>
  );
}
