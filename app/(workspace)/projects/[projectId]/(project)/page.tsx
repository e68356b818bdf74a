import { redirect } from "next/navigation";

export default async function ProjectPage({ params }: PageProps<"/projects/[projectId]">): Promise<never> {
  redirect(`/projects/${(await params).projectId}/documents`);
}
