import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { ProjectNavigation } from "@/components/shell/project-navigation";
import { currentViewer } from "../../../current-viewer";
import { loadProject } from "../../load-project";

interface ProjectLayoutProps {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly children: ReactNode;
}

export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { project, may } = await loadProject((await params).projectId);
  return (
    <AppShell
      viewer={await currentViewer()}
      crumbs={[
        { label: "Projects", href: "/projects" },
        { label: project.name, href: `/projects/${project.id}/documents` },
      ]}
      navigation={
        <ProjectNavigation
          projectId={project.id}
          places={[
            "documents",
            ...(may("review.read") ? (["review"] as const) : []),
            ...(project.mode === "independent" && may("annotatorSet.open") ? (["corrections"] as const) : []),
            "schema",
            "guideline",
            ...(may("agreement.read") ? (["agreement"] as const) : []),
            ...(may("member.read") ? (["members"] as const) : []),
            ...(may("project.manage") ? (["settings"] as const) : []),
          ]}
        />
      }
    >
      {children}
    </AppShell>
  );
}
