import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parseAgreementFilter } from "@/components/agreement/agreement-address";
import { AgreementFilterForm } from "@/components/agreement/agreement-filter-form";
import { AnnotatorCounts } from "@/components/agreement/annotator-counts";
import { AttributeFigures } from "@/components/agreement/attribute-figures";
import { CharacterFigures } from "@/components/agreement/character-figures";
import { HowToRead } from "@/components/agreement/how-to-read";
import { IntervalsNote, IntervalsProvider } from "@/components/agreement/intervals";
import { LabelFigures } from "@/components/agreement/label-figures";
import { LowestDocuments } from "@/components/agreement/lowest-documents";
import { MixUps } from "@/components/agreement/mix-ups";
import { PairMatrix } from "@/components/agreement/pair-matrix";
import { RelationFigures } from "@/components/agreement/relation-figures";
import { SaveFigures } from "@/components/agreement/save-figures";
import { StillCounting } from "@/components/agreement/still-counting";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { countOf } from "@/components/ui/format-count";
import { Section } from "@/components/ui/section";
import type { AgreementView } from "@/lib/contracts/agreement";
import { readAgreement } from "@/lib/usecases/agreement/read-agreement";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { loadProject } from "../../../../load-project";

export const metadata: Metadata = { title: "Agreement" };

export default async function AgreementPage({
  params,
  searchParams,
}: PageProps<"/projects/[projectId]/agreement">) {
  const { ctx, project, may } = await loadProject((await params).projectId);
  if (!may("agreement.read")) notFound();
  const filter = parseAgreementFilter(await searchParams);
  const [view, { labels, relationTypes }] = await Promise.all([
    readAgreement(ctx, { projectId: project.id, ...filter }),
    readSchema(ctx, { projectId: project.id }),
  ]);
  const { documents } = view;
  const own = { projectId: project.id, filter, view };
  const isFiltered = Object.keys(filter).length > 0;
  const hasAnything = documents.counted + documents.waiting > 0;
  const hasAttributes = labels.some(({ attributes }) => attributes.length > 0);
  return (
    <Page
      title="Agreement"
      description={hasAnything ? whatCounts(view) : undefined}
      width="full"
      actions={documents.counted > 0 && <SaveFigures view={view} />}
    >
      <div className="mb-6 flex flex-col gap-4">
        {(hasAnything || isFiltered) && (
          <AgreementFilterForm projectId={project.id} filter={filter} choices={view} />
        )}
        {documents.waiting > 0 && <StillCounting counted={documents.counted} waiting={documents.waiting} />}
      </div>
      {documents.counted === 0 ? (
        <EmptyState icon={Scale} title={isFiltered ? "No document fits" : "Nothing to compare yet"}>
          Agreement is measured on documents that at least two annotators have submitted, each in a set of
          their own. Completing a document with no annotation counts too.
        </EmptyState>
      ) : (
        <IntervalsProvider projectId={project.id} filter={filter}>
          <Section
            title="Labels"
            description="F1 of spans with equal borders, and with at least half of their characters in common; uα of unitizing; how far the covered characters agree."
          >
            <IntervalsNote />
            <LabelFigures {...own} labels={labels} />
          </Section>
          <Section
            title="Pairs"
            description="F1, half, over all labels, of the documents that both completed."
          >
            <PairMatrix {...own} />
          </Section>
          <Section title="Where they agree least">
            <LowestDocuments {...own} lowest={view.lowest} />
          </Section>
          {view.mixedUp.length > 0 && (
            <Section
              title="Taken for one another"
              description="Over all pairs, on spans that lie on each other."
            >
              <MixUps mixedUp={view.mixedUp} labels={labels} />
            </Section>
          )}
          {hasAttributes && (
            <Section
              title="Attributes"
              description="On spans that both of a pair marked with the same label."
            >
              <AttributeFigures {...own} labels={labels} />
            </Section>
          )}
          {relationTypes.length > 0 && (
            <Section title="Relations">
              <RelationFigures {...own} relationTypes={relationTypes} />
            </Section>
          )}
          <Section title="Behind the numbers">
            <AnnotatorCounts annotators={view.annotators} labels={labels} />
          </Section>
          <Section
            title="Other measures"
            description="Over characters. They are dominated by what nobody marked and by long spans, and do not see where one span ends and the next begins."
          >
            <CharacterFigures view={view} labels={labels} />
          </Section>
          <Section title="How to read these figures">
            <HowToRead />
          </Section>
        </IntervalsProvider>
      )}
    </Page>
  );
}

/** Which documents count, in a sentence. */
function whatCounts({ documents: { counted, single }, annotators }: AgreementView): string {
  const compared = `${countOf(counted, "document")} completed by at least two of ${countOf(annotators.length, "annotator")}`;
  return single === 0
    ? compared
    : `${compared}; ${countOf(single, "more is", "more are")} completed by one only`;
}
