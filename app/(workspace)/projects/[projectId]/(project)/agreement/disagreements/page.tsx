import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  agreementHref,
  disagreementsHref,
  parseDisagreementQuery,
} from "@/components/agreement/agreement-address";
import { DisagreementList, DisagreementPages } from "@/components/agreement/disagreement-list";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { countOf } from "@/components/ui/format-count";
import { LinkButton } from "@/components/ui/link-button";
import { listDisagreements } from "@/lib/usecases/agreement/list-disagreements";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Disagreements" };

export default async function DisagreementsPage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/agreement/disagreements">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  if (!may("agreement.read")) notFound();
  const query = parseDisagreementQuery(await searchParams);
  const { page: _page, label: key, a: _a, b: _b, documentId: _documentId, ...filter } = query;
  const [view, schema] = await Promise.all([
    listDisagreements(ctx, { projectId: project.id, ...query }),
    readSchema(ctx, { projectId: project.id }),
  ]);
  const label = schema.labels.find((one) => one.key === key);
  return (
    <Page
      title={label === undefined ? "Disagreements" : `Disagreements about ${label.name}`}
      description={`${countOf(view.total, "document")}, the least agreed on first`}
      width="full"
      actions={<LinkButton href={agreementHref(project.id, filter)}>All figures</LinkButton>}
    >
      {view.documents.length === 0 ? (
        <EmptyState icon={Scale} title="Nothing marked">
          No document that counts has such spans.
        </EmptyState>
      ) : (
        <>
          <DisagreementList projectId={project.id} documents={view.documents} schema={schema} />
          <DisagreementPages
            hrefOf={(page) => disagreementsHref(project.id, { ...query, page })}
            page={view.page}
            pages={view.pages}
          />
        </>
      )}
    </Page>
  );
}
