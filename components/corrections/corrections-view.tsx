import { Markdown } from "@/components/ui/markdown";
import { Section } from "@/components/ui/section";
import type { CorrectedDocument } from "@/lib/contracts/correction";
import type { ProjectId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import { CorrectionCard } from "./correction-card";
import { correctionsByLabel } from "./corrections-by-label";
import { guidelinePassage } from "./guideline-passage";

export interface CorrectionsViewProps {
  readonly projectId: ProjectId;
  readonly documents: readonly CorrectedDocument[];
  readonly schema: Pick<Schema, "labels">;
  readonly guideline: string;
}

/** How somebody was corrected, label by label, each with what the guideline says of it. */
export function CorrectionsView({ projectId, documents, schema, guideline }: CorrectionsViewProps) {
  const byLabel = correctionsByLabel(documents);
  return [...byLabel].map(([key, corrections]) => {
    const label = schema.labels.find((one) => one.key === key) ?? { key, name: key };
    const passage = guidelinePassage(guideline, label);
    return (
      <Section
        key={key}
        title={label.name}
        description={corrections.length === 1 ? "1 correction" : `${corrections.length} corrections`}
      >
        {passage !== null && (
          <details className="mb-4 rounded-lg border border-line bg-ground px-3 py-2">
            <summary className="cursor-pointer font-medium">What the guideline says of it</summary>
            <div className="mt-2">
              <Markdown topHeading={3}>{passage}</Markdown>
            </div>
          </details>
        )}
        <ul className="flex flex-col gap-3">
          {corrections.map((placed) => (
            <li
              key={`${placed.correction.decisionId} ${placed.correction.own?.start ?? "none"} ${placed.correction.gold?.start ?? "none"}`}
            >
              <CorrectionCard projectId={projectId} placed={placed} schema={{ labels: schema.labels }} />
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
