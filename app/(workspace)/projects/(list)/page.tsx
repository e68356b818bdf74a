import { Plus, Trash2 } from "lucide-react";
import { ProjectList } from "@/components/projects/project-list";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { pageContext } from "@/lib/server/page-context";
import { listProjects } from "@/lib/usecases/projects/list-projects";

export const metadata = { title: "Projects" };

export default async function ProjectsPage({ searchParams }: PageProps<"/projects">) {
  const { cursor } = await searchParams;
  const projects = await listProjects(await pageContext(), {
    limit: 60,
    ...(typeof cursor === "string" ? { cursor } : {}),
  });
  return (
    <Page
      title="Projects"
      actions={
        <>
          <LinkButton href="/projects/trash" variant="plain">
            <Trash2 aria-hidden /> Trash
          </LinkButton>
          <LinkButton href="/projects/new" variant="primary">
            <Plus aria-hidden /> New project
          </LinkButton>
        </>
      }
    >
      <ProjectList projects={projects.items} />
      {projects.nextCursor !== null && (
        <LinkButton
          href={`/projects?cursor=${encodeURIComponent(projects.nextCursor)}`}
          rel="next"
          className="mt-4"
        >
          More projects
        </LinkButton>
      )}
    </Page>
  );
}
