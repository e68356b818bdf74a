import { NewProjectForm } from "@/components/projects/new-project-form";
import { Page } from "@/components/shell/page";
import { pageContext } from "@/lib/server/page-context";

export const metadata = { title: "New project" };

export default async function NewProjectPage() {
  await pageContext();
  return (
    <Page title="New project" width="narrow">
      <NewProjectForm />
    </Page>
  );
}
