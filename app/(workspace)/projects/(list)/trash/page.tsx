import { TrashedProjects } from "@/components/projects/trashed-projects";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { pageContext } from "@/lib/server/page-context";
import { listTrashedProjects } from "@/lib/usecases/projects/list-trashed-projects";
import { restoreProjectAction } from "../../actions";

export const metadata = { title: "Projects in the trash" };

export default async function ProjectTrashPage() {
  const { items } = await listTrashedProjects(await pageContext(), { limit: 200 });
  return (
    <Page
      title="Projects in the trash"
      description="Nobody can open them. Restored, everything in them is there again."
      width="narrow"
      actions={<LinkButton href="/projects">All projects</LinkButton>}
    >
      <TrashedProjects projects={items} restore={restoreProjectAction} />
    </Page>
  );
}
