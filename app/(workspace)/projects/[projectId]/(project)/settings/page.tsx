import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProjectSettingsForm } from "@/components/projects/project-settings-form";
import { TrashProject } from "@/components/projects/trash-project";
import { ReasonsForm } from "@/components/review/reasons-form";
import { Page } from "@/components/shell/page";
import { CopyField } from "@/components/ui/copy-field";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { serverEnv } from "@/lib/server/env";
import { hasBegun } from "@/lib/usecases/projects/has-begun";
import { readReasons } from "@/lib/usecases/review/read-reasons";
import { loadProject } from "../../../load-project";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: PageProps<"/projects/[projectId]/settings">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  if (!may("project.manage")) redirect(`/projects/${project.id}/documents`);
  const isModeFixed = await hasBegun(ctx, { projectId: project.id });
  const { reasons } = await readReasons(ctx, { projectId: project.id });
  return (
    <Page title="Settings" width="narrow">
      <Section title="Project">
        <ProjectSettingsForm project={project} isModeFixed={isModeFixed} />
      </Section>
      <Section
        title="Reasons in review"
        description="Why a reviewer rejects something. A reason that is taken away stays with the decisions that name it."
      >
        <ReasonsForm projectId={project.id} reasons={reasons} />
      </Section>
      <Section
        title="For programs"
        description={
          <>
            What scripts call this project. See the <TextLink href="/help#api">API</TextLink>.
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <CopyField label="Project id" value={project.id} />
          <CopyField
            label="Address"
            value={new URL(`/api/v1/projects/${project.id}`, serverEnv().url).href}
          />
        </div>
      </Section>
      <Section
        title="Trash"
        description="Takes the project out of everybody’s sight. It can be restored for 30 days."
      >
        <TrashProject projectId={project.id} name={project.name} />
      </Section>
    </Page>
  );
}
