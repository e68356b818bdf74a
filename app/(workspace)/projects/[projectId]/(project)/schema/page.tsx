import type { Metadata } from "next";
import { SchemaEditor } from "@/components/schema-editor/schema-editor";
import { SchemaView } from "@/components/schema-editor/schema-view";
import { Page } from "@/components/shell/page";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { loadProject } from "../../../load-project";

export const metadata: Metadata = { title: "Schema" };

export default async function SchemaPage({ params }: PageProps<"/projects/[projectId]/schema">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  const schema = await readSchema(ctx, { projectId: project.id });
  return (
    <Page title="Schema" description="What annotations in this project look like.">
      {may("schema.write") ? (
        <SchemaEditor projectId={project.id} schema={schema} />
      ) : (
        <SchemaView schema={schema} />
      )}
    </Page>
  );
}
